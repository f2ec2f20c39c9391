// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
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

test('every language has a text for every key, with the same placeholders', () => {
  const spanish = new Map(flatten(es));
  for (const [key, text] of flatten(en)) {
    expect(spanish.get(key), key).not.toBe('');
    expect(placeholders(spanish.get(key) ?? ''), key).toEqual(placeholders(text));
  }
  expect(spanish.size).toBe(flatten(en).length);
});

test('no text calls a low number safe or a result a diagnosis made', () => {
  for (const [key, text] of [...flatten(en), ...flatten(es)]) {
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
