// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, measure } from './items.ts';
import { plainScale } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PUSH 3.0: how a pressure ulcer heals: its size, how much it exudes, and the tissue in it. 0 (closed) to 17. A single score
 * says little; scores over weeks show whether the ulcer heals. Nobody published bands.
 */

const source = {
  citation:
    'Stotts NA, Rodeheaver GT, Thomas DR, et al. An instrument to measure healing in pressure ulcers: development and validation of the Pressure Ulcer Scale for Healing (PUSH). J Gerontol A Biol Sci Med Sci 2001;56:M795-M799.',
};

/** Greatest length times greatest width at right angles to it, in cm², to a hundredth. @source PUSH 3.0 */
const items = {
  lengthTimesWidthCm2: measure('push.item.lengthTimesWidthCm2', {
    minimum: 0,
    maximum: null,
    decimals: 2,
    display: 'answer.cm2',
  }),
  exudate: choice('push.item.exudate', plainScale(0, 3)),
  tissue: choice('push.item.tissue', plainScale(0, 4)),
};

/** Grade 1: anything open and below 0.3 cm². @source PUSH 3.0 */
const secondGradeFrom = 0.3;

/**
 * Largest area of the grades 2 to 9, in cm². The form prints tenths (0.3-0.6, 0.7-1.0, ...); what lies between two rows, such
 * as 0.65, counts as the larger one.
 * @source PUSH 3.0
 */
const largestAreas = [0.6, 1, 2, 3, 4, 8, 12, 24];

/** The grade 0-10 of an area in cm². @source PUSH 3.0: none is 0, below 0.3 is 1, then a grade more past each printed end */
function areaGradeOf(cm2: number): number {
  if (cm2 === 0) return 0;
  if (cm2 < secondGradeFrom) return 1;
  return 2 + largestAreas.filter((largest) => cm2 > largest).length;
}

/**
 * Pressure Ulcer Scale for Healing, version 3.0: grade of the area + exudate + tissue.
 * @source Stotts and others 2001
 */
export const push: ScoringSystem = {
  code: 'push',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'National Pressure Injury Advisory Panel (NPIAP)',
    note: 'Free for clinical use with permission, without change; the wording is to be had from its owner.',
  },
  conditions: ['EH90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'push',
      mode: 'local',
      items,
      formula({ lengthTimesWidthCm2, exudate, tissue }) {
        const areaGrade = areaGradeOf(lengthTimesWidthCm2);
        return { value: sum([areaGrade, exudate, tissue]), components: { areaGrade } };
      },
    }),
  ],
  formulaText: 'Grade of the area 0-10 + exudate 0-3 + tissue 0-4',
  range: '[0, 17]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['weights', 'licence'],
  example: {
    form: 'push',
    answers: { lengthTimesWidthCm2: 6, exudate: 2, tissue: 3 },
    value: 12,
    category: null,
  },
};
