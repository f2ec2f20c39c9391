// SPDX-License-Identifier: Apache-2.0
import { product, ratio } from './exact.ts';
import { choice, measure, percentage } from './items.ts';
import { zonePercentOf } from './regions.ts';
import { signs0to3 } from './scales.ts';
import { ofTen, scorad, scoradBands, scoradOf } from './scorad.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * ASCORAD: SCORAD read off one photographed site. The photograph shows six signs of atopic dermatitis; a person says how
 * much of the site is affected, and how bad itch and loss of sleep were. A SCORAD of one site is not a SCORAD: it takes
 * the rest of the skin for healthy.
 */

const items = {
  surface: percentage('sign.surface', { alias: 'area' }),
  erythema: choice('sign.erythema', signs0to3, { by: 'seen' }),
  swelling: choice('sign.swelling', signs0to3, { by: 'seen' }),
  crusting: choice('sign.crusting', signs0to3, { by: 'seen' }),
  excoriation: choice('sign.excoriation', signs0to3, { by: 'seen' }),
  lichenification: choice('sign.lichenification', signs0to3, { by: 'seen' }),
  dryness: choice('sign.dryness', signs0to3, { by: 'seen' }),
  pruritus: measure('sign.pruritus', ofTen),
  sleeplessness: measure('sign.sleeplessness', ofTen),
};

/**
 * Automatic SCORAD of one site. The affected percent of the site becomes percent of the whole skin by the rule of nines
 * before it counts: 60 % of an arm is 5.4 % of the skin.
 * @source European Task Force on Atopic Dermatitis 1993
 */
export const ascorad: ScoringSystem = {
  code: 'ascorad',
  input: 'photograph',
  source: scorad.source,
  licence: scorad.licence,
  conditions: scorad.conditions,
  sites: null,
  forms: [
    defineForm({
      identifier: 'ascoradLocal',
      mode: 'local',
      items,
      formula({ surface, ...answers }, site) {
        const surfaceAreaOverBsa = ratio(product(surface, zonePercentOf(site)), 100);
        const { value, objectiveScorad } = scoradOf(surfaceAreaOverBsa, answers);
        return {
          value,
          components: { surfaceAreaOverBsa, objectiveScorad },
          warnings: ['oneSiteOnly'],
        };
      },
    }),
  ],
  formulaText:
    'ASCORAD = A/5 + 7 × B/2 + C; A = affected percent of the site × percent of the skin that its zone is, B = sum of the six signs, C = itch + loss of sleep',
  range: '[0, 103]',
  bands: scoradBands,
  direction: 'higherIsWorse',
  responses: scorad.responses,
  minimalImportantDifference: scorad.minimalImportantDifference,
  validated: true,
  pending: scorad.pending,
  example: {
    form: 'ascoradLocal',
    site: 'armLeft',
    answers: {
      surface: 60,
      erythema: 2,
      swelling: 2,
      crusting: 2,
      excoriation: 0,
      lichenification: 0,
      dryness: 1,
      pruritus: 5,
      sleeplessness: 7,
    },
    value: 37.58,
    category: 'moderate',
  },
};
