// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { createIframeText } from './iframe-text.ts';
import { pt } from './pt.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
const english = new Map(flatten(en));

describe.each(Object.entries({ es, fr, de, pt }))('%s', (_language, words) => {
  const other = new Map(flatten(words));

  test('has a text for every key, with the same placeholders', () => {
    expect([...other.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of english) {
      expect(other.get(key), key).not.toBe('');
      expect(placeholders(other.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  test('is translated', () => {
    const same = [...english].filter(([key, text]) => text.length > 25 && other.get(key) === text);
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

test('no text calls anything safe, or a result a diagnosis made', () => {
  for (const [key, text] of [...english])
    expect(text, key).not.toMatch(
      /\b(no cancer|nothing to worry|you are safe|diagnosed with|all clear|harmless)\b/i,
    );
});

test('patients read their own words, clinicians theirs', async () => {
  const [patient, clinician] = await Promise.all([
    createIframeText('fr', true),
    createIframeText('fr', false),
  ]);
  expect(patient.w('welcome.heading')).toBe(fr.welcome.heading_patient);
  expect(clinician.w('welcome.heading')).toBe(fr.welcome.heading);
  expect(patient.w('page.next')).toBe(clinician.w('page.next'));
});
