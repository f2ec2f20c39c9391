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

describe('a strict report', () => {
  const shown = createRandomReport(3);
  const report = toStrictReport({ ...shown, record: { ...shown.record, subjectHash: 'f'.repeat(64) } });
  const idsOf = (bundle: Bundle) => bundle.entry?.map(({ resource }) => resource?.id);

  it('names nothing that stays in the house', () => {
    const text = JSON.stringify(toReportBundle(report, strictSources, 'en'));
    expect(text).not.toContain(report.record.id);
    expect(text).not.toContain(report.record.companyId);
    expect(text).not.toContain('f'.repeat(64));
  });

  it('keeps the ids of its resources, in every language and under new links', () => {
    const links = { ...report.links, encryptedId: 'another', pdf: 'https://device.test/pdf?signature=t' };
    const ids = idsOf(toReportBundle(report, strictSources, 'en'));
    expect(new Set(ids).size).toBe(ids?.length);
    expect(idsOf(toReportBundle({ ...report, links }, strictSources, 'de'))).toEqual(ids);
    expect(idsOf(bundleOf(4))?.some((id) => ids?.includes(id))).toBe(false);
  });

  it('has the label of what a machine concluded where a machine concluded it', () => {
    const bundle = toReportBundle(report, strictSources, 'en');
    const labelled = bundle.entry?.filter(({ resource }) => resource?.meta?.security?.[0]?.code === 'AIAST');
    const types = new Set(labelled?.map(({ resource }) => resource?.resourceType));
    expect(bundle.meta?.security?.[0]?.code).toBe('AIAST');
    for (const type of [
      'Composition',
      'DiagnosticReport',
      'Observation',
      'RiskAssessment',
      'Provenance',
    ] as const)
      expect([type, types.has(type)]).toEqual([type, true]);
    for (const type of ['Patient', 'Organization', 'Device'] as const)
      expect([type, types.has(type)]).toEqual([type, false]);
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

describe('the answers of a score', () => {
  const { resources } = toPublished(strictSources);

  it('fit the questionnaire that they name, as validators want it', () => {
    const responses = Array.from({ length: 200 }, (_, seed) => bundleOf(seed).entry ?? [])
      .flat()
      .flatMap(({ resource }) => (resource?.resourceType === 'QuestionnaireResponse' ? [resource] : []))
      .filter(({ questionnaire }) => questionnaire !== undefined);
    expect(new Set(responses.map(({ questionnaire }) => questionnaire)).size).toBe(11);
    for (const { questionnaire: named, item = [] } of responses) {
      const asked = resources.find(({ url, version }) => `${url}|${version}` === named);
      if (asked?.resourceType !== 'Questionnaire') throw new Error(`${named} is not published`);
      const questions = asked.item?.filter(({ linkId }) => item.some((each) => each.linkId === linkId)) ?? [];
      expect(item.map(({ linkId, text }) => [linkId, text])).toEqual(
        questions.map(({ linkId, text }) => [linkId, text]),
      );
      const missing = asked.item?.filter((each) => each.required && !questions.includes(each));
      expect(missing).toEqual([]);
      item.forEach(({ answer }, index) => {
        const { type, answerOption } = questions[index] ?? {};
        const given = answer?.[0] ?? {};
        const key = type === 'choice' ? 'valueCoding' : type === 'integer' ? 'valueInteger' : 'valueDecimal';
        expect(Object.keys(given)).toEqual([key]);
        if (type === 'choice') expect(answerOption).toContainEqual(given);
      });
    }
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
