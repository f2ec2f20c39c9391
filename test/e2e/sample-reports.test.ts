// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { FhirReportResponse, RawReportResponse } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleReports, type SampleName } from '../../scripts/make-sample-reports.ts';
import { compareStructure } from '../fixtures/compare-structure.ts';

const schemas = { raw: Compile(RawReportResponse), fhir: Compile(FhirReportResponse) };
const names = [
  'report-confident-raw.json',
  'report-confident-fhir.json',
  'report-inconclusive-raw.json',
  'report-inconclusive-fhir.json',
] as const satisfies readonly SampleName[];

let fresh: ReadonlyMap<SampleName, string>;
beforeAll(async () => {
  fresh = await makeSampleReports();
});

function readSample(name: string): Promise<string> {
  return readFile(new URL(`../../web/public/samples/${name}`, import.meta.url), 'utf8');
}

/** A raw report as it is kept in a file. */
async function readRaw(name: string) {
  const answer: unknown = JSON.parse(await readSample(name));
  if (!schemas.raw.Check(answer)) throw new Error(`Expected a raw report in ${name}`);
  return answer.data;
}

describe('the sample reports of /docs', () => {
  it.each(names)('%s fits its schema', async (name) => {
    const schema = name.endsWith('raw.json') ? schemas.raw : schemas.fhir;
    expect(schema.Errors(JSON.parse(await readSample(name)))).toEqual([]);
  });

  it.each(names)('%s is what a server answers today: `npm run samples`', async (name) => {
    const [kept, now] = [JSON.parse(await readSample(name)), JSON.parse(fresh.get(name) ?? '')];
    expect(compareStructure(kept, now)).toEqual([]);
    expect(compareStructure(now, kept)).toEqual([]);
    // Models and versions stand in them: a new model asks for new samples.
    expect(findAll(kept, 'models')).toEqual(findAll(now, 'models'));
  });

  it('show a condition that is named, with a score, and a list that is no finding', async () => {
    const [named, open] = [
      await readRaw('report-confident-raw.json'),
      await readRaw('report-inconclusive-raw.json'),
    ];
    expect([named.pathology?.name, open.pathology]).toEqual(['Seborrhoeic keratosis', null]);
    expect([named.result.scoringSystems.length, open.result.scoringSystems.length]).toEqual([1, 0]);
    expect([named.result.observations.length, open.result.observations.length]).toEqual([1, 3]);
  });

  it('have links that lead nowhere', async () => {
    for (const name of names) {
      const report: unknown = JSON.parse(await readSample(name));
      const links = [...findAll(report, 'url'), ...findAll(report, 'pdf')].filter((each) => each !== null);
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) expect(link).toMatch(/^https:\/\/derm\.example\.org\//);
    }
  });
});

/** Every value under a name, wherever it stands. */
function findAll(tree: unknown, name: string): readonly unknown[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => (key === name ? [value] : findAll(value, name)));
}
