// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, optional } from './items.ts';
import { plainScale, plainValues } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * DESIGN-R 2020: depth, exudate, size, inflammation, granulation, necrotic tissue and pocket of a pressure ulcer. 0 to 66. The
 * depth is written down beside the total and is not part of it; it is left out where it cannot be told, in a suspected deep
 * tissue injury or under dead tissue. Nobody published bands.
 */

const source = {
  citation:
    'Matsui Y, Furue M, Sanada H, et al. Development of the DESIGN-R with an observational study: an absolute evaluation tool for monitoring pressure ulcer wound healing. Wound Repair Regen 2011;19:309-315.',
};

/** What each part may count. @source DESIGN-R 2020, Japanese Society of Pressure Ulcers */
const items = {
  depth: optional(choice('designR.item.depth', plainScale(0, 5), { alias: 'depthNotCounted' })),
  exudate: choice('designR.item.exudate', plainValues(0, 1, 3, 6)),
  size: choice('designR.item.size', plainValues(0, 3, 6, 8, 9, 12, 15)),
  inflammation: choice('designR.item.inflammation', plainValues(0, 1, 3, 9)),
  granulation: choice('designR.item.granulation', plainValues(0, 1, 3, 4, 5, 6)),
  necrotic: choice('designR.item.necrotic', plainValues(0, 3, 6)),
  pocket: choice('designR.item.pocket', plainValues(0, 6, 9, 12, 24)),
};

/**
 * DESIGN-R 2020: the sum of all parts but the depth.
 * @source Matsui and others 2011; points of the 2020 version, Japanese Society of Pressure Ulcers
 */
export const designR: ScoringSystem = {
  code: 'designR',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'Japanese Society of Pressure Ulcers',
    note: 'No part may be reproduced without permission; the wording is to be had from its owner.',
    url: 'https://docslib.org/doc/5438800/design-r-scoring-manual',
  },
  conditions: ['EH90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'designR',
      mode: 'local',
      items,
      formula: ({ exudate, size, inflammation, granulation, necrotic, pocket }) => ({
        value: sum([exudate, size, inflammation, granulation, necrotic, pocket]),
      }),
    }),
  ],
  formulaText:
    'Exudate + size + inflammation + granulation + necrotic tissue + pocket; the depth is not counted',
  range: '[0, 66]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['weights'],
  example: {
    form: 'designR',
    answers: {
      depth: 3,
      exudate: 3,
      size: 6,
      inflammation: 1,
      granulation: 3,
      necrotic: 3,
      pocket: 0,
    },
    value: 16,
    category: null,
  },
};
