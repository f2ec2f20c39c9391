// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireItem } from '@openderm/contract';
import { expect, test } from 'vitest';
import { describeScores } from '../../src/build/describe-scores.ts';
import { wordCatalogues } from '../../src/catalogue/words.ts';
import { scoringSystems } from '../../src/scoring/systems.ts';
import { findScores, listConditions, openFilter } from '../../web/src/scores/find-scores.ts';
import { listAnswers } from '../../web/src/scores/list-answers.ts';
import { toScores } from '../../web/src/scores/to-scores.ts';

const { questionnaires } = await describeScores({ licensedTexts: null });
const scores = toScores(questionnaires, 'en');
const find = (code: string) => scores.find((score) => score.code === code);
const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

test('every system is one score, in the language of the page', () => {
  expect(codes(scores)).toEqual(codes(scoringSystems));
  const spanish = toScores(questionnaires, 'es');
  for (const { code, title, notFor } of spanish)
    expect({ title, notFor }).toEqual({
      title: wordCatalogues.es[`${code}.title`],
      notFor: wordCatalogues.es[`${code}.notFor`],
    });
});

test('regions that ask the same stand together, and questions with the same answers too', () => {
  const whole = find('pasi')?.forms.find(({ identifier }) => identifier === 'pasi');
  expect(whole?.blocks).toHaveLength(1);
  expect(codes(whole?.blocks[0]?.places ?? [])).toEqual(['headNeck', 'upperLimbs', 'trunk', 'lowerLimbs']);
  expect(whole?.blocks[0]?.sets.map(({ items }) => codes(items))).toEqual([
    ['surface'],
    ['erythema', 'induration', 'desquamation'],
  ]);
});

test('no question is lost', () => {
  const shown = scores.flatMap(({ forms }) =>
    forms.map(({ blocks }) =>
      blocks.reduce(
        (sum, { places, sets }) =>
          sum + Math.max(1, places.length) * sets.reduce((count, { items }) => count + items.length, 0),
        0,
      ),
    ),
  );
  const asked = questionnaires.map(({ item, resultItem }) => countLeaves([...item, ...resultItem]));
  expect(shown.reduce((sum, count) => sum + count, 0)).toBe(asked.reduce((sum, count) => sum + count, 0));
});

function countLeaves(items: readonly QuestionnaireItem[]): number {
  return items.reduce((sum, item) => sum + (item.type === 'group' ? countLeaves(item.item) : 1), 0);
}

test('the worked example of every score shows every answer', () => {
  for (const { workedExample, item, resultItem, code } of questionnaires) {
    if (workedExample === null) continue;
    const shown = listAnswers([...item, ...resultItem], workedExample.item, 'en');
    const count = shown.reduce((sum, { answers }) => sum + answers.length, 0);
    expect({ code, count }).toEqual({ code, count: countNumbers(workedExample.item) });
  }
});

function countNumbers(answers: unknown): number {
  if (typeof answers === 'number') return 1;
  return Object.values(answers as object).reduce((sum: number, inner) => sum + countNumbers(inner), 0);
}

test.each([
  ['by code', { query: 'apasi' }, ['apasi']],
  [
    'by words in any order, without accents or capitals',
    { query: 'SEVERITY psoriasis AREA' },
    ['apasi', 'pasi'],
  ],
  ['by sign', { query: 'lichenification', input: 'photograph' }, ['aeasi', 'ascorad']],
] as const)('scores are found %s', (_, filter, expected) => {
  expect(codes(findScores(scores, { ...openFilter, ...filter }))).toEqual(
    expect.arrayContaining([...expected]),
  );
});

test('a condition leaves its own scores, those of its kinds, and those for any', () => {
  const found = findScores(scores, { ...openFilter, condition: 'EA90' });
  expect(codes(found)).toEqual(expect.arrayContaining(['pasi', 'agppga', 'wiNrs']));
  expect(codes(found)).not.toContain('asalt');
});

test('people and photographs together are all', () => {
  const byInput = (input: 'questionnaire' | 'photograph') =>
    findScores(scores, { ...openFilter, input }).length;
  expect(byInput('questionnaire') + byInput('photograph')).toBe(scores.length);
  expect(byInput('photograph')).toBe(11);
});

test('every condition can be chosen, by its name', () => {
  const listed = listConditions(toScores(questionnaires, 'es'), 'es');
  expect(listed.length).toBeGreaterThan(20);
  expect(listed.find(({ code }) => code === 'ED92.0')?.name).toMatch(/[Hh]idradenitis supurativa/);
});
