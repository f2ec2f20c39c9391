// SPDX-License-Identifier: Apache-2.0
import { measure } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * Worst itch of the last 24 hours, as the patient rates it: 0 (none) to 10 (the worst there is).
 */

const source = {
  citation:
    'Naegeli AN, Flood E, Tucker J, Devlen J, Edson-Heredia E. The Worst Itch Numeric Rating Scale for patients with moderate to severe plaque psoriasis. Int J Dermatol 2015;54:715-722.',
};

/** A whole number is usual; a mean of several days has a decimal. @source Naegeli and others 2015 */
const items = {
  worstItch: measure('wiNrs.item.worstItch', {
    minimum: 0,
    maximum: 10,
    decimals: 1,
    display: 'answer.ofTen',
  }),
};

/** Up to 3 mild, below 7 moderate, below 9 severe. @source usual for itch scales from 0 to 10; first source to be looked up */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '(0, 3]', category: 'mild', intensity: 'Low' },
    { range: '(3, 7)', category: 'moderate', intensity: 'Moderate' },
    { range: '[7, 9)', category: 'severe', intensity: 'High' },
    { range: '[9, 10]', category: 'verySevere', intensity: 'High' },
  ],
  source: {
    citation: 'Usual cut-offs of itch scales from 0 to 10; the first source is still to be looked up.',
  },
};

/**
 * Worst Itch Numeric Rating Scale.
 * @source Naegeli and others 2015; four points less count as a response
 */
export const wiNrs: ScoringSystem = {
  code: 'wiNrs',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'open',
    holder: null,
    note: 'A rating from 0 to 10 is free to use and is worded in our own words; sponsors own versions of their own wording.',
  },
  conditions: null,
  sites: null,
  forms: [
    defineForm({
      identifier: 'wiNrs',
      mode: 'global',
      items,
      formula: ({ worstItch }) => ({ value: worstItch }),
    }),
  ],
  formulaText: 'The rating itself',
  range: '[0, 10]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: {
    points: 4,
    source: {
      citation: 'Trials count four points less as a response; the first source is still to be looked up.',
    },
  },
  validated: true,
  pending: ['bands', 'minimalImportantDifference', 'licence'],
  example: { form: 'wiNrs', answers: { worstItch: 8 }, value: 8, category: 'severe' },
};
