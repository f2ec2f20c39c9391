// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { count } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * IHS4: International Hidradenitis Suppurativa Severity Score System. Nodules, abscesses and draining tunnels of the whole
 * body, counted; there is no highest score.
 */

const source = {
  citation:
    'Zouboulis CC, Tzellos T, Kyrgidis A, et al. Development and validation of the International Hidradenitis Suppurativa Severity Score System (IHS4). Br J Dermatol 2017;177:1401-1409.',
};

const items = {
  nodule: count('sign.nodule'),
  abscess: count('sign.abscess'),
  drainingTunnel: count('sign.drainingTunnel'),
};

/** How much one of each counts. @source Zouboulis and others 2017 */
const points = { nodule: 1, abscess: 2, drainingTunnel: 4 };

interface Lesions {
  readonly nodule: number;
  readonly abscess: number;
  readonly drainingTunnel: number;
}

/** IHS4 = nodules + 2 × abscesses + 4 × draining tunnels. @source Zouboulis and others 2017 */
export function ihs4Of({ nodule, abscess, drainingTunnel }: Lesions): number {
  return sum([
    product(points.nodule, nodule),
    product(points.abscess, abscess),
    product(points.drainingTunnel, drainingTunnel),
  ]);
}

/** The paper calls the top band severe; the wire has always said intense. @source Zouboulis and others 2017 */
export const ihs4Bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 3]', category: 'mild', intensity: 'Low' },
    { range: '[4, 10]', category: 'moderate', intensity: 'Moderate' },
    { range: '[11, ∞)', category: 'intense', intensity: 'High' },
  ],
  source: {
    citation:
      'Zouboulis and others 2017, as in table 1 of PMC10295086; "intense" is the reference API\'s word for severe.',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10295086',
  },
};

/**
 * International Hidradenitis Suppurativa Severity Score System.
 * @source Zouboulis and others 2017; IHS4-55 is a reduction of at least 55 percent
 */
export const ihs4: ScoringSystem = {
  code: 'ihs4',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED92.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'ihs4',
      mode: 'global',
      items,
      formula: (lesions) => ({ value: ihs4Of(lesions) }),
    }),
  ],
  formulaText: 'IHS4 = nodules + 2 × abscesses + 4 × draining tunnels',
  range: '[0, ∞)',
  bands: ihs4Bands,
  direction: 'higherIsWorse',
  responses: [{ name: 'IHS4-55', reductionPercent: 55 }],
  minimalImportantDifference: null,
  validated: true,
  pending: ['responses'],
  example: {
    form: 'ihs4',
    answers: { nodule: 8, abscess: 0, drainingTunnel: 3 },
    value: 20,
    category: 'intense',
  },
};
