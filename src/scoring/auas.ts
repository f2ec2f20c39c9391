// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';
import { itchGrades, uas, uasBands, whealGrades } from './uas.ts';

/*
 * AUAS: the urticaria activity of one day. A photograph shows the wheals, a person says how bad the itch was. The score asks
 * for the wheals of 24 hours; a photograph shows those of the moment.
 */

const items = {
  wheals: choice('sign.wheals', whealGrades, { by: 'seen' }),
  pruritus: choice('sign.pruritus', itchGrades),
};

/**
 * Automatic Urticaria Activity Score of a day: wheals and itch, 0 to 6.
 * @source Młynek and others 2008
 */
export const auas: ScoringSystem = {
  code: 'auas',
  input: 'photograph',
  source: uas.source,
  licence: uas.licence,
  conditions: uas.conditions,
  sites: null,
  forms: [
    defineForm({
      identifier: 'auasLocal',
      mode: 'local',
      items,
      formula: (answers) => ({
        value: sum([answers.wheals, answers.pruritus]),
        warnings: ['whealsOfTheMoment'],
      }),
    }),
  ],
  formulaText: 'AUAS = wheals + itch',
  range: '[0, 6]',
  bands: uasBands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'auasLocal',
    answers: { wheals: 2, pruritus: 3 },
    value: 5,
    category: 'intense',
  },
};
