// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { noYes } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * Three-point checklist of dermoscopy: a quick look at a pigmented lesion for melanoma and pigmented basal cell carcinoma.
 * 0 to 3; two of the three are reason to act. Fewer are no all-clear.
 */

const source = {
  citation:
    'Soyer HP, Argenziano G, Zalaudek I, et al. Three-point checklist of dermoscopy: a new screening method for early detection of melanoma. Dermatology 2004;208:27-31.',
};

const items = {
  asymmetry: choice('threePointChecklist.item.asymmetry', noYes),
  atypicalNetwork: choice('threePointChecklist.item.atypicalNetwork', noYes),
  blueWhiteStructures: choice('threePointChecklist.item.blueWhiteStructures', noYes),
};

/** Positive from two of three on. A negative list is no all-clear, so its intensity is not none. @source Soyer and others 2004 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 1]', category: 'negative', intensity: 'Low' },
    { range: '[2, 3]', category: 'positive', intensity: 'High' },
  ],
  source,
};

/**
 * Three-point checklist of one pigmented lesion: one point for each finding.
 * @source Soyer and others 2004
 */
export const threePointChecklist: ScoringSystem = {
  code: 'threePointChecklist',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['2C30', '2C32', '2E63.0', '2F20', '2F21', '2F72', 'ME60.1'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'threePointChecklist',
      mode: 'local',
      items,
      formula: ({ asymmetry, atypicalNetwork, blueWhiteStructures }) => ({
        value: sum([asymmetry, atypicalNetwork, blueWhiteStructures]),
        warnings: ['doesNotExcludeMelanoma'],
      }),
    }),
  ],
  formulaText: 'Asymmetry + atypical network + blue-white structures',
  range: '[0, 3]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items', 'bands'],
  example: {
    form: 'threePointChecklist',
    answers: { asymmetry: 1, atypicalNetwork: 1, blueWhiteStructures: 0 },
    value: 2,
    category: 'positive',
  },
};
