// SPDX-License-Identifier: Apache-2.0
import { ihs4, ihs4Bands, ihs4Of } from './ihs4.ts';
import { count } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AIHS4: nodules, abscesses and draining tunnels of hidradenitis suppurativa, counted on a photograph. IHS4 counts those of
 * the whole body and by touch; a photograph shows what lies on the skin of one site.
 */

const lesions = {
  nodule: count('sign.nodule', { by: 'seen' }),
  abscess: count('sign.abscess', { by: 'seen' }),
  drainingTunnel: count('sign.drainingTunnel', { by: 'seen' }),
};

/**
 * Automatic IHS4 of one site. The sum over all sites is the score of the body.
 * @source Zouboulis and others 2017
 */
export const aihs4: ScoringSystem = {
  code: 'aihs4',
  input: 'photograph',
  source: ihs4.source,
  licence: ihs4.licence,
  conditions: ihs4.conditions,
  sites: null,
  forms: [
    defineForm({
      identifier: 'aihs4Local',
      mode: 'local',
      items: lesions,
      formula: (counts) => ({ value: ihs4Of(counts), warnings: ['notPalpated'] }),
    }),
  ],
  formulaText: 'AIHS4 = nodules + 2 × abscesses + 4 × draining tunnels',
  range: '[0, ∞)',
  bands: ihs4Bands,
  direction: 'higherIsWorse',
  responses: ihs4.responses,
  minimalImportantDifference: null,
  validated: true,
  pending: ihs4.pending,
  example: {
    form: 'aihs4Local',
    answers: { nodule: 8, abscess: 0, drainingTunnel: 3 },
    value: 20,
    category: 'intense',
  },
};
