// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, type Option } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * GAGS: Global Acne Grading System. The worst lesion of each of six areas, counted with the area's factor. 0 to 44.
 */

const source = {
  citation:
    'Doshi A, Zaheer A, Stiller MJ. A comparison of current acne grading systems and proposal of a novel system. Int J Dermatol 1997;36:416-418.',
};

/** The worst lesion of an area. @source Doshi, Zaheer and Stiller 1997 */
const worstLesion: readonly Option[] = [
  { value: 0, label: 'gags.answer.0' },
  { value: 1, label: 'gags.answer.1' },
  { value: 2, label: 'gags.answer.2' },
  { value: 3, label: 'gags.answer.3' },
  { value: 4, label: 'gags.answer.4' },
];

const items = {
  forehead: choice('gags.item.forehead', worstLesion),
  rightCheek: choice('gags.item.rightCheek', worstLesion),
  leftCheek: choice('gags.item.leftCheek', worstLesion),
  nose: choice('gags.item.nose', worstLesion),
  chin: choice('gags.item.chin', worstLesion),
  chestAndUpperBack: choice('gags.item.chestAndUpperBack', worstLesion),
};

/** By surface and number of sebaceous glands. @source Doshi, Zaheer and Stiller 1997 */
const factors: Readonly<Record<keyof typeof items, number>> = {
  forehead: 2,
  rightCheek: 2,
  leftCheek: 2,
  nose: 1,
  chin: 1,
  chestAndUpperBack: 3,
};

/** The published table leaves 39 without a band; it is read as very severe. @source Doshi, Zaheer and Stiller 1997 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '[1, 18]', category: 'mild', intensity: 'Low' },
    { range: '[19, 30]', category: 'moderate', intensity: 'Moderate' },
    { range: '[31, 38]', category: 'severe', intensity: 'High' },
    { range: '[39, 44]', category: 'verySevere', intensity: 'High' },
  ],
  source: {
    citation:
      'Doshi, Zaheer and Stiller 1997; their table leaves 39 unassigned, which is read as very severe here.',
  },
};

/**
 * Global Acne Grading System.
 * @source Doshi, Zaheer and Stiller 1997
 */
export const gags: ScoringSystem = {
  code: 'gags',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED80'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'gags',
      mode: 'global',
      items,
      formula: (grades) => ({
        value: sum(
          Object.entries(factors).map(([area, factor]) =>
            product(factor, grades[area as keyof typeof items]),
          ),
        ),
      }),
    }),
  ],
  formulaText:
    'GAGS = 2 × forehead + 2 × right cheek + 2 × left cheek + nose + chin + 3 × chest and upper back',
  range: '[0, 44]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'gags',
    answers: { forehead: 3, rightCheek: 4, leftCheek: 4, nose: 2, chin: 3, chestAndUpperBack: 3 },
    value: 36,
    category: 'severe',
  },
};
