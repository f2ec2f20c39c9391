// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { FhirReportResponse, RawReportResponse } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { bodySites } from '../../src/catalogue/body-sites.ts';
import { catalogue } from '../../src/catalogue/conditions.ts';
import { toFhirReport } from '../../src/fhir/report/fhir-report.ts';
import { toRawReport } from '../../src/fhir/report/raw-report.ts';
import { createWording } from '../../src/fhir/wording.ts';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { compareEveryPlace } from '../fixtures/compare-every-place.ts';
import {
  acneCase,
  byImage,
  createShownReport,
  inconclusiveCase,
  psoriasisCase,
  shownMedia,
} from '../fixtures/shown-report.ts';

const sources = { systems: scoringSystems, bodySites, catalogue, wording: createWording({}) };
const locales = ['en', 'es', 'fr', 'de', 'pt'] as const;

type Shown = ReturnType<typeof createShownReport>;
type Locale = (typeof locales)[number];

/** As it goes over the wire. */
function send<View extends { readonly id: string }>(data: View) {
  const answer = { success: true, message: `Diagnostic report <${data.id}>`, data, errorCode: null };
  return JSON.parse(JSON.stringify(answer)) as typeof answer;
}

const raw = (shown: Shown, locale: Locale = 'en') => send(toRawReport(shown, sources, locale));
const fhir = (shown: Shown, locale: Locale = 'en') => send(toFhirReport(shown, sources, locale));

const readGolden = async (name: string) =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8')) as unknown;

const views = [
  { view: 'raw', present: raw, schema: Compile(RawReportResponse) },
  { view: 'fhir', present: fhir, schema: Compile(FhirReportResponse) },
] as const;

describe.each(views)('every $view report', ({ present, schema }) => {
  const cases = [acneCase, psoriasisCase, inconclusiveCase, {}].map((given) => createShownReport(given));

  it.each(locales)('fits its own schema in %s', (locale) => {
    for (const shown of cases) expect(schema.Errors(present(shown, locale))).toEqual([]);
  });

  it('answers nothing but what it has without links to a page of its own', () => {
    const shown = createShownReport({}, { url: null });
    expect(schema.Errors(present(shown))).toEqual([]);
    expect(JSON.stringify(present(shown))).not.toContain('/iframe');
  });
});

describe('the raw report of acne', () => {
  const answer = raw(createShownReport(acneCase));

  it('has every printed field with the same name, type and nesting; the entropy is known here', async () => {
    expect(compareEveryPlace(await readGolden('report-raw.json'), answer)).toEqual([
      '$.data.result.metrics.entropy: null became number',
    ]);
  });

  it('prints the first case of the reference', () => {
    expect(answer).toMatchObject({
      success: true,
      message: 'Diagnostic report <c2VhbGVkLWlk>',
      errorCode: null,
      data: {
        id: 'c2VhbGVkLWlk',
        visitIdentifier: 'visit identifier',
        extraData: { internalCaseId: 'ABC-123', department: 'dermatology' },
        pathology: { name: 'Acne', code: 'Acne', icd11: 'ED80' },
        bodySite: { code: 'headFront', name: 'Face and neck' },
        createdAt: '2026-08-03T12:38:10+00:00',
        macroscopicMedia: { type: 'Image', annotations: [] },
      },
    });
    expect(answer.data.result).toMatchObject({
      metrics: { sensitivity: 83.31, specificity: 99.53, entropy: 5.12 },
      preliminaryFindings: { hasCondition: 100, malignancy: 0.02, pigmentedLesion: 0, urgentReferral: 12.56 },
      iaSeconds: 0.88,
      conclusions: [
        { probability: 99.65, pathology: { name: 'Acne', code: 'Acne', icd11: 'ED80' } },
        { probability: 0.06, pathology: { name: 'Varicella', code: 'Varicella', icd11: '1E90' } },
      ],
    });
  });

  it('leaves out what would print as nothing', () => {
    expect(answer.data.result.conclusions).toHaveLength(2);
  });

  it('names the score as the reference does, with its facets and bands of our own', () => {
    const [score] = answer.data.result.scoringSystems;
    expect(score?.scoringSystem).toEqual({ name: 'Acne lesion estimation grading index', code: 'alegi' });
    expect(score?.score.value).toBe(2);
    expect(score?.score.severity.value).toBe(1);
    expect(score?.score.severity.interpretations.map(({ min, max, coding }) => [min, max, coding])).toEqual([
      [0, 0, [{ code: 1, display: 'low' }]],
      [1, 3, [{ code: 1, display: 'low' }]],
      [4, 6, [{ code: 1, display: 'low' }]],
      [7, 9, [{ code: 2, display: 'moderate' }]],
      [10, 12, [{ code: 3, display: 'high' }]],
    ]);
    expect(score?.facets).toMatchObject([
      { facet: { name: 'Acne lesion density', description: '' }, value: { display: 'None (0)', raw: 0 } },
      { facet: { name: 'Number of lesions', description: '' }, value: { display: 'Mild (1-10)', raw: 5 } },
    ]);
  });
});

describe('the FHIR report of psoriasis', () => {
  const answer = fhir(createShownReport(psoriasisCase));

  it('has every printed field with the same name, type and nesting; figures that are known here are filled', async () => {
    const { result } = answer.data;
    expect(compareEveryPlace(await readGolden('report-fhir.json'), answer)).toEqual([
      '$.data.result.performanceIndicators.component[2].valueQuantity.value: null became number',
      '$.data.result.clinicalIndicators.component[3].valueQuantity.value: null became number',
      '$.data.result.clinicalIndicators.component[4].valueQuantity.value: null became number',
      '$.data.result.clinicalIndicators.component[5].valueQuantity.value: null became number',
    ]);
    const codes = [...result.performanceIndicators.component, ...result.clinicalIndicators.component];
    expect(codes.map(({ code }) => code.coding[0]?.code)).toEqual([
      'sensitivity',
      'specificity',
      'entropy',
      'hasCondition',
      'malignancy',
      'adjustedMalignancy',
      'pigmentedLesion',
      'urgentReferral',
      'highPriorityReferral',
    ]);
  });

  it('has every key that the reference always leaves empty, empty', () => {
    const { data } = answer;
    const reserved = {
      patient: null,
      previousDiagnosticReportId: null,
      nextDiagnosticReportId: null,
      helpDiagnoseQuestionnaireAnswers: null,
      isPriority: null,
      isReviewed: null,
      patientVisibility: null,
    };
    expect(data).toMatchObject({ ...reserved, presentedForm: { patient: { url: null, pdf: null } } });
    expect(data.macroscopicMedia?.annotations).toBeNull();
    const indicators = data.result.clinicalIndicators.component;
    const adjusted = indicators.find(({ code }) => code.coding[0]?.code === 'adjustedMalignancy');
    expect(adjusted?.valueQuantity.value).toBeNull();
  });

  it('codes conditions and the body site as the reference does', () => {
    const system = 'https://legit.health/integration/json-only/codes/conditions';
    expect(answer.data.condition).toMatchObject({
      pathology: null,
      bodySite: {
        coding: [
          {
            system: 'https://legit.health/integration/json-only/codes/body-sites',
            code: 'trunkFront',
            display: 'Chest and belly',
          },
        ],
      },
    });
    expect(answer.data.result.conclusions[1]).toMatchObject({
      pathology: {
        coding: [
          { code: 'Palmoplantar psoriasis', display: 'Palmoplantar psoriasis', system },
          { code: 'EA90.42, EA90.5Y', display: 'Palmoplantar psoriasis', system: 'ICD-11' },
        ],
      },
      probability: 20,
    });
    const healthy = createShownReport({ conclusions: [byImage('nonSpecificFinding', 1)] });
    const [conclusion] = fhir(healthy).data.result.conclusions;
    expect(conclusion?.pathology.coding[1]).toMatchObject({ code: null, system: 'ICD-11' });
  });

  it('scores as the reference does, on its bands of the trunk', () => {
    const [score] = answer.data.result.questionnaires;
    expect(score).toMatchObject({
      questionnaire: 'apasiLocal',
      scoringSystem: {
        text: 'Local automatic psoriasis area and severity index',
        coding: [{ code: 'apasiLocal', display: 'Local automatic psoriasis area and severity index' }],
      },
      score: {
        valueQuantity: { value: 6.3 },
        system: 'http://unitsofmeasure.org',
        unit: 'points',
        interpretation: { coding: [{ code: 3, display: 'Severe' }], text: 'Severe' },
        interpretations: [
          { min: 0, max: 0, text: 'None', coding: [{ code: 1, display: 'low' }] },
          { min: 0, max: 2.1, text: 'Mild', coding: [{ code: 1, display: 'low' }] },
          { min: 2.1, max: 4.5, text: 'Moderate', coding: [{ code: 2, display: 'moderate' }] },
          { min: 4.5, max: 21.6, text: 'Severe', coding: [{ code: 3, display: 'high' }] },
        ],
      },
      reduction: null,
      history: null,
      forced: true,
      imageIndex: 1,
    });
    const items = score?.item.map(({ linkId, code, answer: [each] }) => [
      linkId,
      code[0],
      each?.valueCoding.code,
    ]);
    expect(items).toEqual([
      [30, { code: 'Scaling', display: 'Scaling' }, 2],
      [27, { code: 'Erythema', display: 'Erythema' }, 3],
      [29, { code: 'Induration', display: 'Induration' }, 2],
      [52, { code: 'Affected area', display: 'Affected area' }, 3],
    ]);
    expect(score?.item[0]?.answer).toEqual([{ valueCoding: { code: 2, display: 'Moderate (2)' } }]);
  });
});

describe('the inconclusive case', () => {
  const shown = createShownReport(inconclusiveCase);

  it('has all photographs among the observations, no pathology and no severity, in both views', () => {
    const links = [0, 1, 2].map((number) => shown.links.media.get(shownMedia(number).id));
    const { data } = raw(shown);
    expect(data.pathology).toBeNull();
    expect(data.result.scoringSystems).toEqual([]);
    expect(data.result.observations.map(({ media }) => media.url)).toEqual(links);
    const { condition, result } = fhir(shown).data;
    expect(condition.pathology).toBeNull();
    expect(result.questionnaires).toEqual([]);
    expect(result.observations.map(({ media }) => media.content.url)).toEqual(links);
  });
});
