// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { type EvolutionItem, SeverityAssessmentManualResponse } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { bodySites } from '../../src/catalogue/body-sites.ts';
import { catalogue } from '../../src/catalogue/conditions.ts';
import { toSeverityReport } from '../../src/fhir/severity-report.ts';
import { createWording } from '../../src/fhir/wording.ts';
import type { AssessedScore, SeverityAssessment } from '../../src/record/severity-assessment.ts';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { compareStructure } from '../fixtures/compare-structure.ts';

const golden = JSON.parse(
  await readFile(new URL('./severity-assessment-manual.json', import.meta.url), 'utf8'),
) as SeverityAssessmentManualResponse;

const plaque: AssessedScore = {
  code: 'pasi',
  form: 'pasiLocal',
  answers: { surface: 3, erythema: 3, induration: 2, desquamation: 2 },
  value: 6.3,
  components: {},
  globalScoreContribution: null,
  category: 'severe',
  localCategory: null,
  warnings: ['notForCondition'],
  change: null,
};

const assessment: SeverityAssessment = {
  id: golden.identifier.value,
  issuedAtMs: Date.UTC(2026, 2, 1, 9, 15, 42, 500),
  durationS: 0.00042,
  bodySite: 'trunkFront',
  condition: 'psoriasis',
  scores: [plaque],
  catalogueVersion: catalogue.version,
};

const baseline = { value: 12.6, atMs: Date.UTC(2026, 0, 1), answers: null };
const improved: AssessedScore = {
  ...plaque,
  change: {
    baseline,
    reductionPercent: 50,
    responses: [{ name: 'PASI50', isAchieved: true }],
    trend: 'improved',
    minimalImportantDifference: { points: 3.2, isExceeded: true },
    history: [baseline, { value: 9, atMs: null, answers: null }],
  },
};

const sources = { systems: scoringSystems, bodySites, catalogue, wording: createWording({}) };
const present = (scores: readonly AssessedScore[] = [plaque], locale: 'en' | 'es' | 'fr' | 'de' = 'en') =>
  toSeverityReport({ ...assessment, scores }, sources, locale);
const report = present();

describe('the answer of /severity-assessment/manual', () => {
  it('has every field that existing clients read with the same name, type and nesting', () => {
    expect(compareStructure(golden, report)).toEqual([]);
  });

  it('has the values and texts of the documentation', () => {
    const { patientEvolution, ...head } = golden;
    expect(report).toMatchObject(head);
    expect(report.patientEvolution['pasi']).toMatchObject({ ...patientEvolution['pasi'] });
  });

  it.each(['en', 'es', 'fr', 'de'] as const)('fits its own schema in %s', (locale) => {
    const schema = Compile(SeverityAssessmentManualResponse);
    expect(schema.Errors(present([improved], locale))).toEqual([]);
  });

  it('has a text that is not empty, also to a client that takes "0" for empty, at every item', () => {
    const wiNrs = { ...plaque, code: 'wiNrs', form: 'wiNrs', answers: { worstItch: 0 }, warnings: [] };
    const items = Object.values(present([wiNrs]).patientEvolution['wiNrs']?.item ?? {}) as EvolutionItem[];
    expect(items.map(({ value }) => value)).toEqual([0]);
    for (const { interpretation } of items) expect(interpretation).toMatch(/[a-z]/i);
  });

  it('says how the score changed', () => {
    expect(present([improved]).patientEvolution['pasi']).toMatchObject({
      reduction: 50,
      change: {
        baseline: { value: 12.6, issued: '2026-01-01T00:00:00.000000' },
        reductionPercent: 50,
        responses: [{ name: 'PASI50', achieved: true }],
        trend: 'improved',
        minimalImportantDifference: { points: 3.2, exceeded: true },
        history: [{ value: 12.6 }, { value: 9, issued: null }],
      },
    });
  });

  it('says the same in other languages, its codes unchanged', () => {
    const german = present([plaque], 'de');
    expect(german).toMatchObject({ locale: 'de', knownCondition: { slug: 'psoriasis' } });
    expect(german.patientEvolution['pasi']).toMatchObject({
      score: { value: 6.3, interpretation: { category: 'Schwer', intensity: 3, code: 'severe' } },
      warnings: [{ code: 'notForCondition', text: expect.stringContaining('Erkrankung') }],
    });
  });
});
