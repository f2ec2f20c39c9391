// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import {
  type EvolutionItem,
  SeverityAssessmentGlobalResponse,
  SeverityAssessmentLocalResponse,
} from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { bodySites } from '../../src/catalogue/body-sites.ts';
import { catalogue } from '../../src/catalogue/conditions.ts';
import { toGlobalReport, toLocalReport } from '../../src/fhir/photograph-report.ts';
import { createWording } from '../../src/fhir/wording.ts';
import { writeJson } from '../../src/fhir/write-json.ts';
import type { PhotographScore } from '../../src/record/photograph-assessment.ts';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { compareStructure } from '../fixtures/compare-structure.ts';
import {
  answered,
  measured,
  plaquesOfArm,
  sampleGlobalAssessment,
  sampleLocalAssessment,
  sampleScore,
} from '../fixtures/sample-photograph-assessment.ts';

type Locale = 'en' | 'es' | 'fr' | 'de';
const sources = { systems: scoringSystems, bodySites, catalogue, wording: createWording({}) };

function readAnswer(pieces: Iterable<string>): unknown {
  return JSON.parse([...pieces].join(''));
}

function presentLocal(scores: readonly PhotographScore[] = [plaquesOfArm], locale: Locale = 'en') {
  const report = toLocalReport({ ...sampleLocalAssessment, scores }, sources, locale);
  return readAnswer(writeJson(report)) as SeverityAssessmentLocalResponse;
}

function presentGlobal(locale: Locale = 'en') {
  const report = toGlobalReport(sampleGlobalAssessment, sources, locale);
  return readAnswer(writeJson(report)) as SeverityAssessmentGlobalResponse;
}

const readGolden = async (name: string) =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8')) as { patientEvolution: object };

describe('the answer of /severity-assessment/automatic/local', () => {
  it('has every field that existing clients read with the same name, type and nesting', async () => {
    const golden = await readGolden('severity-assessment-local.json');
    expect(compareStructure(golden, presentLocal())).toEqual([]);
    expect(presentLocal()).toMatchObject(golden);
  });

  it.each(['en', 'es', 'fr', 'de'] as const)('fits its own schema in %s', (locale) => {
    const schema = Compile(SeverityAssessmentLocalResponse);
    expect(schema.Errors(presentLocal([plaquesOfArm], locale))).toEqual([]);
  });

  it('has every scoring system as a key, null unless it was asked for', () => {
    const { patientEvolution } = presentLocal();
    expect(Object.keys(patientEvolution)).toEqual(scoringSystems.map(({ code }) => code));
    expect(Object.values(patientEvolution).filter((each) => each !== null)).toHaveLength(1);
  });

  const scoreOf = (score: PhotographScore) => presentLocal([score]).patientEvolution[score.code];

  it('has an explicit null where existing clients expect no items, and says beside it what was read', () => {
    const items = { depigmentation: measured(40) };
    const avasi = scoreOf(sampleScore({ code: 'avasi', form: 'avasiLocal', items, value: 40 }));
    expect(avasi).toMatchObject({
      item: null,
      reading: { depigmentation: { value: 40, method: 'measured' } },
      media: { attachment: null, detection: [] },
    });
  });

  it('grades the percent of aeasi into the area score, and keeps the percent beside it', () => {
    const signs = {
      redness: measured(2),
      thickness: measured(2),
      scratching: measured(0),
      lichenification: measured(0),
    };
    const items = { surface: answered(60), patientAge: answered(40), ...signs };
    const components = { surfaceGrade: 4 };
    const aeasi = scoreOf(sampleScore({ code: 'aeasi', form: 'aeasiLocal', items, components, value: 3.2 }));
    expect(aeasi?.score.value).toBe(3.2);
    expect(aeasi?.item?.['surface']).toMatchObject({
      code: { text: 'Surface area score', coding: [{ code: 'surface' }] },
      value: 4,
      interpretation: '50 to 69 %',
      additionalData: { surfacePercent: { value: 60 } },
      method: 'answer',
    });
  });

  it('turns the affected percent of ascorad into percent of the skin', () => {
    const signs = ['erythema', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'];
    const items = {
      surface: answered(60),
      ...Object.fromEntries(signs.map((sign) => [sign, measured(1)])),
      pruritus: answered(5),
      sleeplessness: answered(7),
    };
    const components = { surfaceAreaOverBsa: 5.4, objectiveScorad: 22.08 };
    const ascorad = scoreOf(
      sampleScore({ code: 'ascorad', form: 'ascoradLocal', items, components, value: 34.08 }),
    );
    const surface = ascorad?.item?.['surface'] as EvolutionItem;
    expect(surface).toMatchObject({ value: 60, additionalData: { surfaceAreaOverBsa: { value: 5.4 } } });
  });

  it('counts lesions, with figures beside them in percent where they are probabilities', () => {
    const aladin = scoreOf(
      sampleScore({
        code: 'aladin',
        form: 'aladinLocal',
        items: { acne: measured(33), acneDensity: measured(1.5) },
        value: 8,
        detections: [{ code: 'acne', confidence: 0.5, box: { x1: 1, y1: 2, x2: 3, y2: 3 } }],
      }),
    );
    expect(Object.keys(aladin?.item ?? {})).toEqual(['acne']);
    expect(aladin?.item?.['acne']).toMatchObject({
      value: 33,
      interpretation: 'Counted: 33',
      additionalData: { aiConfidence: { value: 62.5 }, acneDensity: { value: 1.5 } },
    });
    const coding = {
      system: null,
      systemDisplay: 'Legit.Health',
      version: null,
      code: 'acne',
      display: null,
    };
    expect(aladin?.media.detection).toEqual([
      { confidence: 50, code: { coding: [coding], text: 'Acne' }, box: { x1: 1, y1: 2, x2: 3, y2: 3 } },
    ]);
    const presence = scoreOf(sampleAwosi(0.8));
    expect(presence?.item?.['erythema']).toMatchObject({ value: 1 });
    expect(presence?.item?.['bordersDamaged']).toMatchObject({
      value: true,
      interpretation: 'Yes',
      additionalData: { presenceProbability: { value: 80 } },
    });
  });
});

function sampleAwosi(probability: number): PhotographScore {
  const form = scoringSystems.find(({ code }) => code === 'awosi')?.forms[0];
  const codes = Object.keys(form?.items ?? {});
  const items = codes.map((code) => [code, measured(1, { presenceProbability: probability })] as const);
  return sampleScore({ code: 'awosi', form: 'awosiLocal', items: Object.fromEntries(items), value: 17 });
}

describe('the answer of /severity-assessment/automatic/global', () => {
  it('has every field that existing clients read with the same name, type and nesting', async () => {
    const golden = await readGolden('severity-assessment-global.json');
    expect(compareStructure(golden, presentGlobal())).toEqual([]);
    expect(presentGlobal()).toMatchObject(golden);
  });

  it.each(['en', 'es', 'fr', 'de'] as const)('fits its own schema in %s', (locale) => {
    expect(Compile(SeverityAssessmentGlobalResponse).Errors(presentGlobal(locale))).toEqual([]);
  });

  it('says which sites it is about', () => {
    const { avasi } = presentGlobal().patientEvolution;
    expect(avasi?.coverage).toEqual({ percent: 23, sites: ['faceFront', 'legsBack'] });
    expect(avasi?.warnings[0]?.code).toBe('partOfTheBody');
    expect(avasi?.score).toMatchObject({ value: 2.75, interpretation: { category: 'Mild', intensity: 1 } });
  });
});
