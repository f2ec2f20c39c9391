// SPDX-License-Identifier: Apache-2.0
import type { PageQuestionForm } from '@openderm/contract';
import { expect, test } from 'vitest';
import { answerableForms, collectAnswers } from './collect-answers.ts';

const bounds = { type: 'integer', minimum: 0, maximum: 10, decimals: 0, display: {} } as const;

function question(code: string, required = true): PageQuestionForm['item'][number] {
  return { code, path: [code], text: { en_GB: code }, required, suppliedBy: 'answer', ...bounds };
}

const itch: PageQuestionForm = {
  code: 'ascorad',
  identifier: 'ascoradLocal',
  title: { en_GB: 'SCORAD' },
  item: [question('pruritus'), question('sleeplessness'), question('remark', false)],
};
const area: PageQuestionForm = { ...itch, code: 'apasi', item: [question('surface')] };

test('a score that nothing was said about is left out', () => {
  expect(collectAnswers([itch, area], new Map())).toEqual({ knownAnswers: {}, missing: [] });
  expect(collectAnswers([itch, area], new Map([['apasi.surface', 0]]))).toEqual({
    knownAnswers: { apasi: { surface: 0 } },
    missing: [],
  });
});

test('a score that was begun needs every question that it requires', () => {
  const { missing } = collectAnswers([itch, area], new Map([['ascorad.pruritus', 4]]));
  expect(missing).toEqual(['ascorad.sleeplessness']);
});

test('what is no number in bounds is missing, also where it is not required', () => {
  const answers = new Map([
    ['ascorad.pruritus', 4],
    ['ascorad.sleeplessness', 2],
    ['ascorad.remark', Number.NaN],
  ]);
  expect(collectAnswers([itch], answers).missing).toEqual(['ascorad.remark']);
});

test('a form with a group that it requires cannot be answered here', () => {
  const group: PageQuestionForm['item'][number] = {
    code: 'trunk',
    path: ['trunk'],
    text: {},
    required: true,
    type: 'group',
    item: [{ ...bounds, code: 'area', path: [], text: {}, required: true, suppliedBy: 'answer' }],
  };
  expect(answerableForms([{ ...itch, item: [...itch.item, group] }, area])).toEqual([area]);
});
