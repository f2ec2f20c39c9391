// SPDX-License-Identifier: Apache-2.0
import { percentage } from './items.ts';
import { salt, saltBands, saltOfView, scalpShares } from './salt.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * ASALT: how much hair is lost on one view of the scalp, 0 to 100 %. The four views, each with its share of the scalp, add
 * up to SALT.
 */

const items = { hairLoss: percentage('sign.hairLoss', { by: 'seen' }) };

/**
 * Automatic Severity of Alopecia Tool of one view of the scalp: the percent of it that is bald.
 * @source Olsen and others 2004
 */
export const asalt: ScoringSystem = {
  code: 'asalt',
  input: 'photograph',
  source: salt.source,
  licence: salt.licence,
  conditions: salt.conditions,
  sites: Object.keys(scalpShares),
  forms: [
    defineForm({
      identifier: 'asaltLocal',
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
  bands: saltBands,
  direction: 'higherIsWorse',
  responses: salt.responses,
  minimalImportantDifference: null,
  validated: true,
  pending: ['responses'],
  example: {
    form: 'asaltLocal',
    site: 'headLeft',
    answers: { hairLoss: 30 },
    value: 30,
    category: 'moderate',
  },
};
