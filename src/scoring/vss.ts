// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, type Option } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * VSS, Vancouver Scar Scale: colour, redness, pliability and height of one scar. 0 (normal skin) to 13. Nobody published
 * bands.
 */

const source = {
  citation:
    'Sullivan T, Smith J, Kermode J, McIver E, Courtemanche DJ. Rating the burn scar. J Burn Care Rehabil 1990;11:256-260.',
};

/** @source Sullivan and others 1990 */
const pigmentation: readonly Option[] = [
  { value: 0, label: 'vss.answer.pigmentation.0' },
  { value: 1, label: 'vss.answer.pigmentation.1' },
  { value: 2, label: 'vss.answer.pigmentation.2' },
];

/** @source Sullivan and others 1990 */
const vascularity: readonly Option[] = [
  { value: 0, label: 'vss.answer.vascularity.0' },
  { value: 1, label: 'vss.answer.vascularity.1' },
  { value: 2, label: 'vss.answer.vascularity.2' },
  { value: 3, label: 'vss.answer.vascularity.3' },
];

/** @source Sullivan and others 1990 */
const pliability: readonly Option[] = [
  { value: 0, label: 'vss.answer.pliability.0' },
  { value: 1, label: 'vss.answer.pliability.1' },
  { value: 2, label: 'vss.answer.pliability.2' },
  { value: 3, label: 'vss.answer.pliability.3' },
  { value: 4, label: 'vss.answer.pliability.4' },
  { value: 5, label: 'vss.answer.pliability.5' },
];

/** Flat, under 2 mm, 2 to 5 mm, more. @source Sullivan and others 1990 */
const height: readonly Option[] = [
  { value: 0, label: 'vss.answer.height.0' },
  { value: 1, label: 'vss.answer.height.1' },
  { value: 2, label: 'vss.answer.height.2' },
  { value: 3, label: 'vss.answer.height.3' },
];

const items = {
  pigmentation: choice('vss.item.pigmentation', pigmentation),
  vascularity: choice('vss.item.vascularity', vascularity),
  pliability: choice('vss.item.pliability', pliability),
  height: choice('vss.item.height', height),
};

/**
 * Vancouver Scar Scale: the sum of four findings.
 * @source Sullivan and others 1990
 */
export const vss: ScoringSystem = {
  code: 'vss',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EE60', 'EE40.2', 'EH94', 'ED80.5'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'vss',
      mode: 'local',
      items,
      formula: (scar) => ({
        value: sum([scar.pigmentation, scar.vascularity, scar.pliability, scar.height]),
      }),
    }),
  ],
  formulaText: 'Pigmentation 0-2 + vascularity 0-3 + pliability 0-5 + height 0-3',
  range: '[0, 13]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items'],
  example: {
    form: 'vss',
    answers: { pigmentation: 1, vascularity: 2, pliability: 2, height: 1 },
    value: 6,
    category: null,
  },
};
