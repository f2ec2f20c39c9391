// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, group, type Option, optional } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * NAPSI: Nail Psoriasis Severity Index. A nail is divided into quarters; it counts the quarters with any sign of the nail
 * matrix (pits, white spots, red spots in the lunula, crumbling) and those with any sign of the nail bed (lifting, splinter
 * haemorrhages, oil drops, thick scale beneath). 0 to 8 a nail, 0 to 80 for the fingers, 0 to 160 with the toes. Nails that
 * are left out are not counted. Nobody published bands.
 */

const source = {
  citation:
    'Rich P, Scher RK. Nail Psoriasis Severity Index: a useful tool for evaluation of nail psoriasis. J Am Acad Dermatol 2003;49:206-212.',
};

/** One point for each quarter of the nail. @source Rich and Scher 2003 */
const quarters: readonly Option[] = [
  { value: 0, label: 'napsi.answer.quarters.0' },
  { value: 1, label: 'napsi.answer.quarters.1' },
  { value: 2, label: 'napsi.answer.quarters.2' },
  { value: 3, label: 'napsi.answer.quarters.3' },
  { value: 4, label: 'napsi.answer.quarters.4' },
];

const signs = {
  matrix: choice('napsi.item.matrix', quarters),
  bed: choice('napsi.item.bed', quarters),
};

const nail = (label: string) => optional(group(label, signs));

const nails = {
  thumbRight: nail('napsi.item.thumbRight'),
  indexFingerRight: nail('napsi.item.indexFingerRight'),
  middleFingerRight: nail('napsi.item.middleFingerRight'),
  ringFingerRight: nail('napsi.item.ringFingerRight'),
  littleFingerRight: nail('napsi.item.littleFingerRight'),
  thumbLeft: nail('napsi.item.thumbLeft'),
  indexFingerLeft: nail('napsi.item.indexFingerLeft'),
  middleFingerLeft: nail('napsi.item.middleFingerLeft'),
  ringFingerLeft: nail('napsi.item.ringFingerLeft'),
  littleFingerLeft: nail('napsi.item.littleFingerLeft'),
  bigToeRight: nail('napsi.item.bigToeRight'),
  secondToeRight: nail('napsi.item.secondToeRight'),
  thirdToeRight: nail('napsi.item.thirdToeRight'),
  fourthToeRight: nail('napsi.item.fourthToeRight'),
  littleToeRight: nail('napsi.item.littleToeRight'),
  bigToeLeft: nail('napsi.item.bigToeLeft'),
  secondToeLeft: nail('napsi.item.secondToeLeft'),
  thirdToeLeft: nail('napsi.item.thirdToeLeft'),
  fourthToeLeft: nail('napsi.item.fourthToeLeft'),
  littleToeLeft: nail('napsi.item.littleToeLeft'),
};

interface Nail {
  readonly matrix: number;
  readonly bed: number;
}

/** NAPSI = quarters with matrix signs + quarters with bed signs, of every nail that was looked at. @source Rich and Scher 2003 */
function napsiOf(looked: readonly (Nail | undefined)[]): number {
  return sum(looked.flatMap((each) => (each === undefined ? [] : [each.matrix, each.bed])));
}

/**
 * Nail Psoriasis Severity Index of one nail, of the fingers, or of all twenty nails. Compare only the same nails.
 * @source Rich and Scher 2003
 */
export const napsi: ScoringSystem = {
  code: 'napsi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'napsi',
      mode: 'global',
      items: nails,
      atLeastOne: true,
      formula: (looked) => ({ value: napsiOf(Object.values(looked)) }),
    }),
  ],
  formulaText: 'NAPSI = quarters with matrix signs + quarters with bed signs, summed over the nails',
  range: '[0, 160]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items', 'formula'],
  example: {
    form: 'napsi',
    answers: { thumbRight: { matrix: 2, bed: 1 }, thumbLeft: { matrix: 0, bed: 0 } },
    value: 3,
    category: null,
  },
};
