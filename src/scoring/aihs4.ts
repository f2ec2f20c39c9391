// SPDX-License-Identifier: Apache-2.0
import { ihs4Bands, ihs4Of } from './ihs4.ts';
import { count } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AIHS4: nodules, abscesses and draining tunnels of hidradenitis suppurativa, counted on a photograph. IHS4 counts those of
 * the whole body and by touch; a photograph shows what lies on the skin of one site.
 */

const source = {
  citation:
    'Zouboulis CC, Tzellos T, Kyrgidis A, et al. Development and validation of the International Hidradenitis Suppurativa Severity Score System (IHS4). Br J Dermatol 2017;177:1401-1409; read in table 1 of PMC10295086.',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10295086',
};

const lesions = {
  nodule: count('sign.nodule', { by: 'seen' }),
  abscess: count('sign.abscess', { by: 'seen' }),
  drainingTunnel: count('sign.drainingTunnel', { by: 'seen' }),
};

/**
 * Automatic IHS4 of one site. The sum over all sites is the score of the body.
 * @source https://pmc.ncbi.nlm.nih.gov/articles/PMC10295086 table 1
 */
export const aihs4: ScoringSystem = {
  code: 'aihs4',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED92.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'aihs4',
      mode: 'local',
      items: lesions,
      formula: (counts) => ({ value: ihs4Of(counts), warnings: ['notPalpated'] }),
    }),
  ],
  formulaText: 'AIHS4 = nodules + 2 × abscesses + 4 × draining tunnels',
  range: '[0, ∞)',
  bands: ihs4Bands,
  direction: 'higherIsWorse',
  // A reduction by 55 % is called a response.
  responses: [{ name: 'IHS4-55', reductionPercent: 55 }],
  minimalImportantDifference: null,
  validated: true,
  pending: ['responses'],
  example: {
    form: 'aihs4',
    answers: { nodule: 8, abscess: 0, drainingTunnel: 3 },
    value: 20,
    category: 'intense',
  },
};
