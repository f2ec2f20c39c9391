// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage } from '../fixtures/page-visitor.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { readPdf, squash } from '../fixtures/read-pdf.ts';
import { fitsReport, type ReportDesk, startReportDesk } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
let jpeg: Buffer;

beforeAll(async () => {
  desk = await startReportDesk();
  jpeg = await toJpeg();
});

afterAll(() => desk.close());

async function makeReport(parameters: Readonly<Record<string, string>>) {
  const visitor = await openPage(desk, { parameters: { bodySite: 'trunkFront', ...parameters } });
  await visitor.sendPhoto(jpeg);
  const { reportId, analysis } = await visitor.analyse();
  expect(analysis).toMatchObject({ state: 'done' });
  return { visitor, id: reportId ?? '' };
}

const scoresOf = ({ result }: Awaited<ReturnType<typeof readRaw>>) =>
  result.scoringSystems.map(({ scoringSystem }) => scoringSystem.code);
const readRaw = async (id: string) => (await desk.backend.read(id)).body.data;

it('measures only severity where nobody asks what it may be, in every view', async () => {
  const wishes = { enableDiagnosisSupport: '0', knownCondition: 'Psoriasis' };
  const { visitor, id } = await makeReport(wishes);
  const raw = await readRaw(id);
  expect(fitsReport.raw.Check(raw)).toBe(true);
  expect(raw.pathology).toBeNull();
  expect(raw.result.conclusions).toEqual([]);
  expect(new Set(Object.values({ ...raw.result.metrics, ...raw.result.preliminaryFindings }))).toEqual(
    new Set([null]),
  );
  expect(raw.result.observations.flatMap(({ media }) => media.heatMaps)).toEqual([]);
  expect(scoresOf(raw)).toEqual(['apasiLocal']);
  expect((await visitor.client.report()).result.conclusions).toEqual([]);
  const { data: fhir } = (await desk.backend.readFhir(id)).body;
  expect(fitsReport.fhir.Check(fhir)).toBe(true);
  expect([fhir.condition.pathology, fhir.result.conclusions]).toEqual([null, []]);
});

it('prints no list and no indicator then, and says why', async () => {
  const { id } = await makeReport({ enableDiagnosisSupport: '0', forcedScoringSystems: 'apasi' });
  const raw = await readRaw(id);
  const pdf = await readPdf(new Uint8Array(await (await desk.follow(raw.pdf)).arrayBuffer()));
  const text = squash(JSON.stringify(pdf));
  expect(text).toContain(squash('Only severity was asked for'));
  expect(text).not.toContain(squash('Malignancy'));
  const strict = await desk.backend.send(
    'GET',
    `/s2s-api/v3/anonymous-diagnostic-reports/${id}?format=fhir-r4`,
  );
  const bundle = await strict.text();
  expect(strict.status).toBe(200);
  expect(bundle).toContain('Only severity was asked for');
  expect(bundle).not.toContain('RiskAssessment');
});

it('counts what was made for the known condition, whatever the photographs look like', async () => {
  const { id } = await makeReport({ knownCondition: 'psoriasis' });
  const raw = await readRaw(id);
  expect(scoresOf(raw)).toContain('apasiLocal');
  expect(raw.result.conclusions.length).toBeGreaterThan(0);
});

it('asks what the score of the known condition wants', async () => {
  const { visitor } = await makeReport({ knownCondition: 'EB05' });
  const { forms } = await visitor.client.questions();
  expect(forms.map(({ code }) => code)).toContain('auas');
});

it('names a condition that there is not, and goes on', async () => {
  const visitor = await openPage(desk, { parameters: { knownCondition: 'moonlight' } });
  expect((await visitor.client.read()).analysis.state).toBe('none');
});
