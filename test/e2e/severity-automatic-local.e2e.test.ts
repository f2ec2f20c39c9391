// SPDX-License-Identifier: Apache-2.0
import { globSync, readFileSync } from 'node:fs';
import { type EvolutionItem, SeverityAssessmentLocalResponse } from '@openderm/contract';
import sharp from 'sharp';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { type PhotographSystem, photographSystems } from '../fixtures/photograph-systems.ts';
import { paintSkin } from '../fixtures/pictures.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/* The committed models, on the sample photographs. */
let house: TinyServer;
let authorization: string;
beforeAll(async () => {
  house = await startTinyServer({ OPENDERM_MODELS_DIR: 'models' });
  authorization = `Bearer ${await house.logIn()}`;
});
afterAll(() => house?.close());

const schema = Compile(SeverityAssessmentLocalResponse);
const photos = globSync('examples/photos/*.jpg').toSorted();
const melanoma = 'examples/photos/melanoma-1.jpg';

async function assess(body: object, query = ''): Promise<SeverityAssessmentLocalResponse> {
  const answer = await fetch(`${house.baseUrl}/severity-assessment/automatic/local${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const report: unknown = await answer.json();
  if (answer.status !== 200) throw new Error(JSON.stringify(report));
  expect(schema.Errors(report)).toEqual([]);
  return report as SeverityAssessmentLocalResponse;
}

const payloadOf = (bytes: Uint8Array) => ({
  contentAttachment: { data: Buffer.from(bytes).toString('base64') },
});
const answersOf = ({ asked }: PhotographSystem) =>
  Object.keys(asked).length === 0 ? {} : { questionnaireResponse: { item: asked } };
const requestOf = (system: PhotographSystem, photo = melanoma) => ({
  payload: payloadOf(readFileSync(photo)),
  bodySite: 'headTop',
  knownCondition: { conclusion: { text: system.condition, coding: null } },
  scoringSystem: { [system.code]: answersOf(system) },
});
const textOf = (item: object | undefined) => (item as EvolutionItem).code.text;

it('the table of the test has every score that a photograph answers', () => {
  const codes = scoringSystems.filter(({ input }) => input === 'photograph').map(({ code }) => code);
  expect(photographSystems.map(({ code }) => code)).toEqual(codes.toSorted());
});

describe.each(photographSystems)('$code of a photograph', (system) => {
  let report: SeverityAssessmentLocalResponse;
  beforeAll(async () => {
    report = await assess(requestOf(system));
  });
  const found = () => {
    const evolution = report.patientEvolution[system.code];
    if (evolution === undefined || evolution === null)
      throw new Error(`Expected ${system.code} to be scored`);
    return evolution;
  };

  it('is one of all keys, the others standing as null', () => {
    const scored = Object.entries(report.patientEvolution).filter(([, each]) => each !== null);
    expect(scored.map(([code]) => code)).toEqual([system.code]);
    expect(Object.keys(report.patientEvolution)).toEqual(scoringSystems.map(({ code }) => code));
  });

  it('has a finite score in both shapes', () => {
    const { score } = found();
    expect(score.value).toBeGreaterThanOrEqual(0);
    expect([0, 1, 2, 3]).toContain(score.interpretation?.intensity);
    expect(score.interpretation?.category).toMatch(/./);
    expect(score.severity.interpretations.length).toBeGreaterThan(0);
    expect(score.additionalData.globalScoreContribution !== null).toBe(system.contributes);
  });

  it('has the items, codes and texts that existing clients know', () => {
    const { item, reading } = found();
    if (system.items === null) {
      expect([item, Object.keys(reading ?? {}).length]).toEqual([null, 1]);
      return;
    }
    expect(reading).toBeNull();
    const texts = Object.entries(item ?? {}).map(([code, each]) => [code, textOf(each)]);
    expect(Object.fromEntries(texts)).toEqual(system.items);
    for (const [code, each] of Object.entries(item ?? {})) {
      expect((each as EvolutionItem).code.coding.map((coding) => coding.code)).toEqual([code]);
    }
  });

  it('says of each sign how sure it is and how it was found', () => {
    const { item, reading } = found();
    for (const [code, each] of Object.entries({ ...item, ...reading }) as [string, EvolutionItem][]) {
      const confidence = each.additionalData?.['aiConfidence']?.value ?? null;
      if (code in system.asked) expect([each.method, confidence]).toEqual(['answer', null]);
      else {
        expect(['learned', 'measured']).toContain(each.method);
        expect(confidence).toBeGreaterThanOrEqual(0);
      }
      if (each.additionalData?.['presenceProbability'] !== undefined) {
        expect(each.value).toBeTypeOf('boolean');
        continue;
      }
      if (system.top !== null && !(code in system.asked)) {
        expect(each.value).toBeLessThanOrEqual(system.top);
        expect(Number.isInteger(each.value)).toBe(true);
      }
    }
  });

  it('has the pictures that existing clients know, of the size of the photograph', async () => {
    const { attachment } = found().media;
    expect(Object.keys(attachment ?? {}).toSorted()).toEqual((system.pictures ?? []).toSorted());
    expect(attachment === null).toBe(system.pictures === null);
    for (const { data, width, height } of Object.values(attachment ?? {})) {
      const picture = await sharp(Buffer.from(data, 'base64')).metadata();
      expect([picture.format, picture.width, picture.height]).toEqual(['jpeg', 300, 300]);
      expect([width, height]).toEqual([300, 300]);
    }
  });

  it('marks nothing but what it looks for, within the photograph', () => {
    for (const { code, confidence, box } of found().media.detection) {
      expect(code.coding).toHaveLength(1);
      expect(system.detections).toContain(code.coding[0]?.code);
      expect(code.text).toMatch(/./);
      expect(confidence).toBeGreaterThan(0);
      expect(box.x1).toBeGreaterThanOrEqual(0);
      expect(box.x1).toBeLessThan(box.x2);
      expect(box.x2).toBeLessThanOrEqual(300);
      expect(box.y1).toBeGreaterThanOrEqual(0);
      expect(box.y1).toBeLessThan(box.y2);
      expect(box.y2).toBeLessThanOrEqual(300);
    }
  });
});

const everything = Object.fromEntries(photographSystems.map((each) => [each.code, answersOf(each)]));
const allOf = (bytes: Uint8Array, more: object = {}) => ({
  payload: payloadOf(bytes),
  bodySite: 'headTop',
  knownCondition: { conclusion: { text: 'psoriasis' } },
  scoringSystem: everything,
  ...more,
});

describe('all scores at once', () => {
  it.each(photos)('are answered for %s', async (photo) => {
    const { patientEvolution } = await assess(allOf(readFileSync(photo)), '?pictures=none');
    for (const { code } of photographSystems) {
      expect(patientEvolution[code]?.score.value).toBeGreaterThanOrEqual(0);
      expect(patientEvolution[code]?.media.attachment).toBeNull();
    }
  });

  it('carry figures beside the items that have them', async () => {
    const { patientEvolution } = await assess(allOf(readFileSync(melanoma)), '?pictures=none');
    const figureOf = (code: string, item: string, figure: string) =>
      (patientEvolution[code]?.item?.[item] as EvolutionItem | undefined)?.additionalData?.[figure]?.value;
    expect(figureOf('auas', 'wheals', 'whealsCount')).toBeGreaterThanOrEqual(0);
    expect(figureOf('aladin', 'acne', 'acneDensity')).toBeGreaterThanOrEqual(0);
    expect(figureOf('nsil', 'inflammations', 'inflammatoryLesionCount')).toBeGreaterThanOrEqual(0);
    expect(figureOf('ascorad', 'surface', 'surfaceAreaOverBsa')).toBeGreaterThan(0);
    const presence = figureOf('awosi', 'bordersDamaged', 'presenceProbability') ?? Number.NaN;
    expect(presence).toBeGreaterThanOrEqual(0);
    expect(presence).toBeLessThanOrEqual(100);
  });
});

describe('a picture that is not of skin', () => {
  it('is not valid, and no score of it is sure of itself', async () => {
    const report = await assess(allOf(readFileSync('examples/photos/not-skin.jpg')), '?pictures=none');
    expect(report.mediaValidity.isValid).toBe(false);
    for (const { code } of photographSystems) {
      const evolution = report.patientEvolution[code];
      expect(evolution?.warnings.map((warning) => warning.code)).toContain('unusablePhotograph');
      const items = Object.values({ ...evolution?.item, ...evolution?.reading }) as EvolutionItem[];
      const confidences = items.flatMap((each) => each.additionalData?.['aiConfidence']?.value ?? []);
      for (const confidence of confidences) expect(confidence).toBeLessThan(50);
    }
  });
});

describe('a photograph', () => {
  const small = () => paintSkin(400, 300).jpeg().toBuffer();

  it('may come in a list of one', async () => {
    const body = allOf(await small());
    const listed = await assess({ ...body, payload: [body.payload] }, '?pictures=none');
    const { patientEvolution } = await assess(body, '?pictures=none');
    expect(listed.patientEvolution).toEqual(patientEvolution);
  });

  it('is turned upright first, and so are its pictures', async () => {
    const turned = await paintSkin(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const scoringSystem = { apasi: everything['apasi'] };
    const { patientEvolution, receivedImage } = await assess(allOf(turned, { scoringSystem }));
    expect(receivedImage).toMatchObject({ width: 300, height: 400 });
    const { maskRaw } = patientEvolution['apasi']?.media.attachment ?? {};
    const { width, height } = await sharp(Buffer.from(maskRaw?.data ?? '', 'base64')).metadata();
    expect([width, height, maskRaw?.width, maskRaw?.height]).toEqual([300, 400, 300, 400]);
  });

  it('is echoed as labelled, and answered in the language that is asked for', async () => {
    const { contentAttachment } = payloadOf(await small());
    const payload = { contentAttachment: { ...contentAttachment, title: 'Arm, é 😀' } };
    const report = await assess(allOf(new Uint8Array(), { payload }), '?pictures=none&locale=es');
    expect(report.contentAttachment).toEqual({ title: 'Arm, é 😀', contentType: null });
    expect(report.locale).toBe('es');
    expect(report.patientEvolution['apasi']?.item?.['erythema']).toMatchObject({ code: { text: 'Eritema' } });
  });

  it('gets the same scores again', async () => {
    const body = allOf(await small());
    const [first, second] = [await assess(body), await assess(body)];
    expect(second.patientEvolution).toEqual(first.patientEvolution);
  });

  it('is not kept with the record of its scores', async () => {
    const bytes = await small();
    const { identifier } = await assess(allOf(bytes, { subject: 'patient-key-77' }));
    const record = await house.server.device.store.assessments.find(identifier.value);
    const text = JSON.stringify(record);
    expect(text).toContain('apasiLocal');
    for (const secret of ['patient-key-77', bytes.toString('base64').slice(0, 40), 'maskRaw']) {
      expect(text).not.toContain(secret);
    }
  });
});
