// SPDX-License-Identifier: Apache-2.0
import { percentage } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * BSA: how many percent of the skin psoriasis covers, 0 to 100. The patient's own hand with its fingers is about 1 %.
 *
 * The bands are those of psoriasis. Eczema is read otherwise: below 16 % mild, below 40 % moderate, from 40 % on severe
 * (Chopra R, Vakharia PP, Sacotte R, et al. Br J Dermatol 2017;177:1316-1321). One number cannot carry both readings, so for
 * eczema the percentage stands without these bands.
 */

const source = {
  citation:
    'Affected percent of the skin, a measure that nobody owns; the hand with its fingers as 1 % is usual. The first source is still to be looked up.',
};

/** Below 3 % mild, 3 to 10 % moderate, above 10 % severe. @source usual in psoriasis; first source to be looked up */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 3)', category: 'mild', intensity: 'Low' },
    { range: '[3, 10]', category: 'moderate', intensity: 'Moderate' },
    { range: '(10, 100]', category: 'severe', intensity: 'High' },
  ],
  source: { citation: 'Cut-offs of 3 % and 10 % in psoriasis; the first source is still to be looked up.' },
};

/**
 * Body surface area affected by psoriasis, in percent.
 * @source the affected percent of the skin, as it was estimated
 */
export const bsa: ScoringSystem = {
  code: 'bsa',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A plain measure, in words of our own.' },
  conditions: ['EA90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'bsa',
      mode: 'global',
      items: { percent: percentage('bsa.item.percent') },
      formula: ({ percent }) => ({ value: percent }),
    }),
  ],
  formulaText: 'The affected percent of the skin',
  range: '[0, 100]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['bands'],
  example: { form: 'bsa', answers: { percent: 7.5 }, value: 7.5, category: 'moderate' },
};
