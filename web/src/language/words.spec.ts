// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { en as adminEn } from '../admin/words/en.ts';
import { es as adminEs } from '../admin/words/es.ts';
import { en as playgroundEn } from '../playground/words/en.ts';
import { es as playgroundEs } from '../playground/words/es.ts';
import { en as scoresEn } from '../scores/words/en.ts';
import { es as scoresEs } from '../scores/words/es.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { createText } from './text.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

test.each([
  { page: 'home', english: en, other: es },
  { page: 'scores', english: scoresEn, other: scoresEs },
  { page: 'admin', english: adminEn, other: adminEs },
  { page: 'playground', english: playgroundEn, other: playgroundEs },
])('$page: every language has a text for every key, with the same placeholders', ({ english, other }) => {
  const spanish = new Map(flatten(other));
  for (const [key, text] of flatten(english)) {
    expect(spanish.get(key), key).not.toBe('');
    expect(placeholders(spanish.get(key) ?? ''), key).toEqual(placeholders(text));
  }
  expect(spanish.size).toBe(flatten(english).length);
});

test('no text calls a low number safe or a result a diagnosis made', () => {
  for (const [key, text] of [
    en,
    es,
    scoresEn,
    scoresEs,
    adminEn,
    adminEs,
    playgroundEn,
    playgroundEs,
  ].flatMap((words) => flatten(words))) {
    expect(text, key).not.toMatch(
      /\b(no cancer|nothing to worry|you are safe|diagnosed with|all clear|harmless)\b/i,
    );
  }
});

test('percents never round a small chance to none or a large one to certainty', async () => {
  const { percent } = await createText('en');
  expect([0, 0.04, 0.1, 62.31, 99.94, 100].map(percent)).toEqual([
    '0 %',
    '< 0.1 %',
    '0.1 %',
    '62.3 %',
    '> 99.9 %',
    '100 %',
  ]);
});

test('sizes are read in the unit a person would use', async () => {
  const { size } = await createText('en');
  expect([512, 20 * 2 ** 20, 3.25 * 2 ** 20].map(size)).toEqual(['1 kB', '20 MB', '3.3 MB']);
});
