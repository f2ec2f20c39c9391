// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createInstructionWords, fillIn, listEntries, partIds } from './instruction-words.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => text.match(/\{\{\w+\}\}/g) ?? [];

test('Spanish has every text, in the same order, with the same placeholders', () => {
  const [english, spanish] = [flatten(en), flatten(es)];
  expect(spanish.map(([key]) => key)).toEqual(english.map(([key]) => key));
  for (const [at, [key, text]] of english.entries()) {
    const other = spanish[at]?.[1] ?? '';
    expect([other === '', placeholders(other)], key).toEqual([text === '', placeholders(text)]);
    // A text that was never translated.
    if (text.length > 12) expect(other, key).not.toBe(text);
  }
});

test('no text calls a number reassuring or a result a diagnosis made', () => {
  for (const [key, text] of [...flatten(en), ...flatten(es)])
    expect(text, key).not.toMatch(
      /\b(nothing to worry|you are safe|diagnosed with|harmless|inofensiv[oa])\b/i,
    );
});

test('says what the law asks instructions to say, and how to read whatever an answer has', async () => {
  const words = await createInstructionWords('en');
  expect(partIds).toEqual(['purpose', 'limits', 'warnings', 'photograph', 'numbers', 'care']);
  const numbers = listEntries(words, 'numbers').map(({ id }) => id);
  expect(numbers).toEqual(
    expect.arrayContaining(['probability', 'evidence', 'sensitivity', 'specificity', 'entropy', 'quality']),
  );
  for (const id of partIds) expect(listEntries(words, id).length).toBeGreaterThan(4);
});

test('figures of the device are filled in, and left open where it has not said them', () => {
  const text = en.parts.numbers.entries.imageEvidence.text;
  expect(fillIn(text, { threshold: 50 })).toContain('Below 50 %');
  expect(fillIn(text, {})).toContain('Below … %');
});
