// SPDX-License-Identifier: Apache-2.0
import { product } from './exact.ts';
import { percentage } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem, SiteError } from './scoring-system.ts';

/*
 * ASALT: how much hair is lost on one view of the scalp, 0 to 100 %. The four views, each with its share of the scalp, add
 * up to SALT.
 */

const source = {
  citation:
    'Olsen EA, Hordinsky MK, Price VH, et al. Alopecia areata investigational assessment guidelines, part II. J Am Acad Dermatol 2004;51:440-447.',
};

const items = { hairLoss: percentage('sign.hairLoss', { by: 'seen' }) };

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
const bands: BandTable = {
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
 * Automatic Severity of Alopecia Tool of one view of the scalp: the percent of it that is bald.
 * @source Olsen and others 2004
 */
export const asalt: ScoringSystem = {
  code: 'asalt',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED70'],
  sites: Object.keys(scalpShares),
  forms: [
    defineForm({
      identifier: 'asalt',
      mode: 'local',
      items,
      formula: ({ hairLoss }, { code }) => ({
        value: hairLoss,
        globalScoreContribution: saltOfView(code, hairLoss),
      }),
    }),
  ],
  formulaText:
    'ASALT = percent of hair lost on the view; whole scalp: 0.40 top + 0.24 back + 0.18 left + 0.18 right',
  range: '[0, 100]',
  bands,
  direction: 'higherIsWorse',
  // Half of the hair has come back.
  responses: [{ name: 'SALT50', reductionPercent: 50 }],
  minimalImportantDifference: null,
  validated: true,
  pending: ['responses'],
  example: {
    form: 'asalt',
    site: 'headLeft',
    answers: { hairLoss: 30 },
    value: 30,
    category: 'moderate',
  },
};
