// SPDX-License-Identifier: Apache-2.0
import { mean, round } from './exact.ts';
import { choice } from './items.ts';
import { signs0to4 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * NSIL: how dry, red and inflamed skin without a specific finding is, as one figure from 0 to 4. An open index of our own,
 * which nobody has validated: the reference's formula is not public.
 */

const source = {
  citation:
    'An open index of this software: mean of dryness, erythema and inflammatory lesions. The reference formula is not public.',
};

const signs = {
  dryness: choice('sign.dryness', signs0to4, { by: 'seen' }),
  erythema: choice('sign.erythema', signs0to4, { by: 'seen' }),
  inflammations: choice('nsil.item.inflammations', signs0to4, { by: 'seen' }),
};

/** Thirds print shortly this way, and none of them comes near a cut-off. */
const decimals = 2;

/** Half-way between the grades. @source our own convention, unvalidated */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '(0, 1.5)', category: 'mild', intensity: 'Low' },
    { range: '[1.5, 2.5)', category: 'moderate', intensity: 'Moderate' },
    { range: '[2.5, 4]', category: 'severe', intensity: 'High' },
  ],
  source: { citation: 'A convention of this software; nobody published any.' },
};

/**
 * Severity of a non-specific finding: the mean of three signs.
 * @source our own index, unvalidated
 */
export const nsil: ScoringSystem = {
  code: 'nsil',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'An index of this software, free to use; not validated.' },
  conditions: null,
  sites: null,
  forms: [
    defineForm({
      identifier: 'nsilLocal',
      mode: 'local',
      items: signs,
      formula: ({ dryness, erythema, inflammations }) => ({
        value: round(mean([dryness, erythema, inflammations]), decimals),
      }),
    }),
  ],
  formulaText: 'Mean of dryness, erythema and inflammations, to two decimals',
  range: '[0, 4]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: false,
  pending: ['formula', 'weights', 'bands'],
  example: {
    form: 'nsilLocal',
    answers: { dryness: 2, erythema: 2, inflammations: 1 },
    value: 1.67,
    category: 'moderate',
  },
};
