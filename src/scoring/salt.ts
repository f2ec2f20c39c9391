// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { percentage } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem, SiteError } from './scoring-system.ts';

/*
 * SALT: Severity of Alopecia Tool. How much hair each of the four views of the scalp has lost, in percent, each view counted
 * by its share of the scalp. 0 (none lost) to 100 (all lost); 20 or less is what treatment aims at.
 */

const source = {
  citation:
    'Olsen EA, Hordinsky MK, Price VH, et al. Alopecia areata investigational assessment guidelines, part II. J Am Acad Dermatol 2004;51:440-447.',
};

const items = {
  headTop: percentage('salt.item.headTop'),
  headBack: percentage('salt.item.headBack'),
  headLeft: percentage('salt.item.headLeft'),
  headRight: percentage('salt.item.headRight'),
};

/** Share of the scalp that each view shows. @source Olsen and others 2004; https://dermapp.in/salt */
export const scalpShares: Readonly<Record<string, number>> = {
  headTop: 0.4,
  headBack: 0.24,
  headLeft: 0.18,
  headRight: 0.18,
};

/**
 * Hair loss of a view × its share of the scalp: what the view adds to SALT.
 * @throws SiteError `noScalpView`, off the head and where a view shows no scalp of its own
 * @source Olsen and others 2004
 */
export function saltOfView(code: string, hairLoss: number): number {
  const share = scalpShares[code];
  if (share === undefined) throw new SiteError('noScalpView');
  return product(share, hairLoss);
}

/** @source https://www.alopecia.org.uk/how-is-alopecia-areata-severity-graded */
export const saltBands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '(0, 20]', category: 'limited', intensity: 'Low' },
    { range: '(20, 50)', category: 'moderate', intensity: 'Moderate' },
    { range: '[50, 95)', category: 'severe', intensity: 'High' },
    { range: '[95, 100]', category: 'verySevere', intensity: 'High' },
  ],
  source: {
    citation: 'Alopecia UK, how alopecia areata severity is graded.',
    url: 'https://www.alopecia.org.uk/how-is-alopecia-areata-severity-graded',
  },
};

/**
 * Severity of Alopecia Tool of the whole scalp.
 * @source Olsen and others 2004
 */
export const salt: ScoringSystem = {
  code: 'salt',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED70'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'salt',
      mode: 'global',
      items,
      formula: (hairLoss) => ({
        value: sum(Object.entries(hairLoss).map(([view, percent]) => saltOfView(view, percent))),
      }),
    }),
  ],
  formulaText: 'SALT = 0.40 top + 0.24 back + 0.18 left + 0.18 right, each in percent of hair lost',
  range: '[0, 100]',
  bands: saltBands,
  direction: 'higherIsWorse',
  // Part of the hair that was missing has come back.
  responses: [
    { name: 'SALT50', reductionPercent: 50 },
    { name: 'SALT75', reductionPercent: 75 },
    { name: 'SALT90', reductionPercent: 90 },
  ],
  minimalImportantDifference: null,
  validated: true,
  pending: ['responses'],
  example: {
    form: 'salt',
    answers: { headTop: 30, headBack: 20, headLeft: 10, headRight: 10 },
    value: 20.4,
    category: 'moderate',
  },
};
