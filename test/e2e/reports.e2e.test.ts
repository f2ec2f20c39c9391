// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { RawReport } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../fixtures/company-backend.ts';
import { paintSkin, toJpeg } from '../fixtures/pictures.ts';
import { fitsReport, type ReportDesk, startReportDesk, withoutLinks } from '../fixtures/report-desk.ts';
import { startTinyServer } from '../fixtures/tiny-server.ts';

let desk: ReportDesk;
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

describe('a report', () => {
  it('is made of photographs, and read as it was made', async () => {
    const given = {
      visitIdentifier: 'visit 7',
      extraData: { internalCaseId: 'ABC-123', nested: { list: [1, null, 'é 😀'] } },
      anamnesis: [{ question: 'Any allergies?', answer: 'None that I know of. '.repeat(60) }],
    };
    const made = await desk.create({
      ...given,
      images: [desk.photograph, { data: desk.photograph, title: 'closer' }],
    });
    expect(fitsReport.raw.Errors(made)).toEqual([]);
    expect(made).toMatchObject({
      visitIdentifier: 'visit 7',
      extraData: given.extraData,
      anamnesisGeneral: given.anamnesis,
      bodySite: { code: 'trunkFront' },
      url: null,
      macroscopicMedia: null,
      status: 'preliminary',
    });
    expect(made.result.observations).toHaveLength(2);
    const { status, body } = await desk.backend.read(made.id);
    expect([status, body.success, body.errorCode]).toEqual([200, true, null]);
    expect(withoutLinks(body.data)).toEqual(withoutLinks(made));
  });

  it('is read as FHIR with the same figures, under both spellings of the address', async () => {
    const made = await desk.create({ visitIdentifier: 'visit 8' });
    const { body } = await desk.backend.readFhir(made.id);
    expect(fitsReport.fhir.Errors(body.data)).toEqual([]);
    expect(body.data).toMatchObject({
      resourceType: 'DiagnosticReport',
      id: made.id,
      encounter: { identifier: { value: 'visit 8' } },
      result: { id: made.result.id },
      patient: null,
    });
    const alias = await desk.backend.send('GET', `/s2s/v3/anonymous-diagnostic-reports/${made.id}`);
    expect(withoutLinks(((await alias.json()) as { data: RawReport }).data)).toEqual(withoutLinks(made));
  });

  it('has a pathology from the threshold of its company on, and none below', async () => {
    const made = await desk.create();
    expect(made.pathology).toEqual(made.result.conclusions[0]?.pathology);
    const { body } = await (await desk.open({ confidenceThreshold: 1 })).create({
      bodySite: 'trunkFront',
      images: [desk.photograph],
    });
    expect([body.data.pathology, body.data.result.scoringSystems]).toEqual([null, []]);
    expect(body.data.result.observations).toHaveLength(1);
  });

  it('has a score that was forced, whatever the diagnosis, on the most telling photograph', async () => {
    const dark = (await toJpeg(paintSkin().modulate({ brightness: 0.1 }))).toString('base64');
    const made = await desk.create({ images: [dark, desk.photograph], forcedScoringSystems: ['apasiLocal'] });
    expect(fitsReport.raw.Errors(made)).toEqual([]);
    const [score, ...others] = made.result.scoringSystems;
    expect([score?.scoringSystem.code, others]).toEqual(['apasiLocal', []]);
    const picture = await desk.follow(score?.explainabilityMedia?.url);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  });

  it('remembers earlier scores of the same patient', async () => {
    const more = { subject: 'patient 1', forcedScoringSystems: ['apasi'] };
    const [first, second] = [await desk.create(more), await desk.create(more)];
    const history = (made: RawReport) => made.result.scoringSystems[0]?.history ?? null;
    expect(history(first)).toBeNull();
    expect(history(second)).toHaveLength(1);
    const other = await desk.create({ ...more, subject: 'patient 2' });
    expect(history(other)).toBeNull();
  });

  it('speaks the language that is asked for, else that of the company', async () => {
    const made = await desk.create();
    const name = async (query: string) => (await desk.backend.read(made.id, query)).body.data.bodySite.name;
    const names = await Promise.all(['', '?locale=es', '?locale=pt-BR', '?locale=de_DE'].map(name));
    expect(new Set(names).size).toBe(4);
  });
});

describe('with the real models', () => {
  it('makes reports of the sample photographs', async () => {
    const real = await startTinyServer({ OPENDERM_MODELS_DIR: 'models' });
    try {
      const own = await openBackend({ origin: real.origin, store: real.server.device.store });
      const read = (name: string) => readFileSync(`examples/photos/${name}.jpg`).toString('base64');
      const conclusive = await own.create({
        bodySite: 'trunkFront',
        images: [read('melanoma-1'), read('blurred')],
      });
      expect(fitsReport.raw.Errors(conclusive.body.data)).toEqual([]);
      expect(conclusive.body.data.result.conclusions[0]?.pathology.code).toBe('Cutaneous melanoma');
      const scores = { forcedScoringSystems: ['apasi', 'alegi', 'ascorad'], subject: 'somebody' };
      const knownAnswers = { ascorad: { pruritus: 4, sleeplessness: 2 } };
      const images = [read('blurred'), read('squamous-cell-carcinoma-1')];
      const forced = await own.create({ bodySite: 'handLeft', images, knownAnswers, ...scores });
      expect([forced.body.message, fitsReport.raw.Errors(forced.body.data)]).toEqual([
        expect.any(String),
        [],
      ]);
      const codes = forced.body.data.result.scoringSystems.map(({ scoringSystem }) => scoringSystem.code);
      expect(codes.toSorted()).toEqual(['alegi', 'apasiLocal', 'ascoradLocal']);
      const fhir = await own.readFhir(forced.body.data.id);
      expect(fitsReport.fhir.Errors(fhir.body.data)).toEqual([]);
      const nothing = await own.create({
        bodySite: 'trunkFront',
        images: [read('not-skin'), read('blurred')],
      });
      expect([nothing.body.data.pathology, nothing.body.data.result.scoringSystems]).toEqual([null, []]);
      expect(nothing.body.data.result.observations).toHaveLength(2);
    } finally {
      await real.close();
    }
  });
});
