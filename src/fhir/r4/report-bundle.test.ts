// SPDX-License-Identifier: Apache-2.0
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { checkOwnRules } from '../../../test/fixtures/fhir-own-checks.ts';
import {
  createLantanaValidator,
  createMedplumValidator,
  createSchemaValidator,
} from '../../../test/fixtures/fhir-validators.ts';
import { createRandomReport } from '../../../test/fixtures/random-reports.ts';
import { strictSources, toStrictReport } from '../../../test/fixtures/strict-reports.ts';
import type { ReportLocale } from '../../record/company.ts';
import { toPublished } from './published.ts';
import { toReportBundle } from './report-bundle.ts';

const validators = {
  medplum: createMedplumValidator(),
  schema: createSchemaValidator(),
  fhir: createLantanaValidator(),
  own: checkOwnRules,
};
const locales: readonly ReportLocale[] = ['en', 'es', 'fr', 'de', 'pt'];
const faultsOf = (resource: Resource) =>
  Object.entries(validators).flatMap(([name, validate]) =>
    validate(resource).map((fault) => `${name}: ${fault}`),
  );
const bundleOf = (seed: number): Bundle =>
  toReportBundle(toStrictReport(createRandomReport(seed)), strictSources, locales[seed % 5] ?? 'en');

describe('a thousand reports by chance', () => {
  it.each(Array.from({ length: 20 }, (_, part) => part * 50))('have no fault: from %d', (first) => {
    const seeds = Array.from({ length: 50 }, (_, index) => first + index);
    const faults = seeds.flatMap((seed) => faultsOf(bundleOf(seed)).map((fault) => `${seed} ${fault}`));
    expect(faults.slice(0, 20)).toEqual([]);
  });
});

describe('everything that is published', () => {
  const { resources, capabilities } = toPublished(strictSources);

  it('has no fault', () => {
    expect([...resources, capabilities].flatMap(faultsOf)).toEqual([]);
  });

  it('has each code once', () => {
    for (const each of resources) {
      if (each.resourceType !== 'CodeSystem') continue;
      const codes = each.concept?.map(({ code }) => code) ?? [];
      expect([each.id, new Set(codes).size]).toEqual([each.id, codes.length]);
    }
  });

  it('has everything that reports of ours refer to', () => {
    const known = new Set(resources.map(({ url }) => url));
    const base = strictSources.canonical.base;
    const named = Array.from({ length: 100 }, (_, seed) => JSON.stringify(bundleOf(seed))).flatMap((text) => [
      ...text.matchAll(new RegExp(`"(?:system|url|questionnaire)":"(${base}/(?!identifiers)[^"|]+)`, 'g')),
    ]);
    const missing = new Set(named.map(([, url = '']) => url).filter((url) => !known.has(url)));
    expect([named.length > 1000, [...missing]]).toEqual([true, []]);
  });
});

describe('the validators', () => {
  const valid = JSON.stringify(bundleOf(3));

  it.each([
    ['a status that there is not', '"status":"preliminary"', '"status":"perhaps"'],
    ['an element that there is not', '"status":"preliminary"', '"status":"preliminary","mood":"good"'],
    ['a number as text', '"probabilityDecimal":', '"probabilityDecimal":"1","x":'],
    ['an identifier that is no URI of a type', '"fullUrl":"urn:uuid:', '"fullUrl":"urn:uuid:0'],
    ['a null', '"resourceType":"Patient"', '"resourceType":"Patient","gender":null'],
    ['markup in a narrative', '<p>', '<p><b>'],
    ['two values', '"valueBoolean":', '"valueString":"x","valueBoolean":'],
    ['an instant without a zone', /"issued":"([^"]+)\+00:00"/, '"issued":"$1"'],
    [
      'a missing code',
      /"code":\{"coding":\[\{"system":"https:\/\/device\.test\/fhir\/CodeSystem\/observation"[^}]*\}\]\},/,
      '',
    ],
  ])('see %s', (_, found, put) => {
    const broken = valid.replace(found, put);
    expect(broken).not.toBe(valid);
    expect(faultsOf(JSON.parse(broken))).not.toEqual([]);
  });
});
