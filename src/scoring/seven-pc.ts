// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice } from './items.ts';
import { noYes } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * Weighted 7-point checklist of a pigmented lesion. Three major features count double. From 3 points on: refer within two
 * weeks. Fewer points are no reassurance: one feature that worries somebody is enough to refer.
 */

const source = {
  citation:
    'Weighted 7-point checklist of the National Institute for Health and Care Excellence, NG12: Suspected cancer: recognition and referral.',
  url: 'https://www.nice.org.uk/guidance/ng12',
};

const items = {
  changeInSize: choice('sevenPc.item.changeInSize', noYes),
  irregularPigmentation: choice('sevenPc.item.irregularPigmentation', noYes),
  irregularBorder: choice('sevenPc.item.irregularBorder', noYes),
  inflammation: choice('sevenPc.item.inflammation', noYes),
  largerThanOtherLesions: choice('sevenPc.item.largerThanOtherLesions', noYes),
  itchOrAlteredSensation: choice('sevenPc.item.itchOrAlteredSensation', noYes),
  crustingOrBleeding: choice('sevenPc.item.crustingOrBleeding', noYes),
};

/** Major features count 2, minor ones 1. @source NICE NG12 */
const points: Readonly<Record<keyof typeof items, number>> = {
  changeInSize: 2,
  irregularPigmentation: 2,
  irregularBorder: 2,
  inflammation: 1,
  largerThanOtherLesions: 1,
  itchOrAlteredSensation: 1,
  crustingOrBleeding: 1,
};

/** Refer from 3 points on. @source NICE NG12 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 2]', category: 'lowRisk', intensity: 'Low' },
    { range: '[3, 10]', category: 'highRisk', intensity: 'High' },
  ],
  source: {
    citation: 'NICE NG12: referral within two weeks from 3 points on.',
    url: 'https://www.nice.org.uk/guidance/ng12',
  },
};

/**
 * Weighted 7-point checklist; always with the warning that a low score does not exclude melanoma.
 * @source NICE NG12
 */
export const sevenPc: ScoringSystem = {
  code: 'sevenPc',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['2C30', '2F20', '2F72', '2E63'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'sevenPc',
      mode: 'local',
      items,
      formula: (features) => ({
        value: sum(
          Object.entries(points).map(([feature, each]) =>
            product(each, features[feature as keyof typeof items]),
          ),
        ),
        warnings: ['doesNotExcludeMelanoma'],
      }),
    }),
  ],
  formulaText:
    '7PC = 2 × (change in size + irregular pigment + irregular border) + inflammation + larger than others + itch or altered sensation + crusting or bleeding',
  range: '[0, 10]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'sevenPc',
    answers: {
      changeInSize: 1,
      irregularPigmentation: 1,
      irregularBorder: 0,
      inflammation: 1,
      largerThanOtherLesions: 0,
      itchOrAlteredSensation: 0,
      crustingOrBleeding: 1,
    },
    value: 6,
    category: 'highRisk',
  },
};
