// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { wordCatalogues } from '../catalogue/words.ts';
import type { Items } from '../scoring/items.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { createReportWords } from './report-words.ts';
import portuguese from './words/pt.json' with { type: 'json' };

const english = Object.entries(wordCatalogues.en);
const { say, condition, site } = createReportWords('pt');

/** What a report can say of a score that is read off photographs. */
function keysOfItems(items: Items): readonly string[] {
  return Object.values(items).flatMap((item) => {
    if (item.kind === 'group') return [item.label, ...keysOfItems(item.items)];
    const shown = item.kind === 'choice' ? item.options.map(({ label }) => label) : [item.display];
    return [item.label, ...shown];
  });
}

const keysOfScores = scoringSystems
  .filter(({ input }) => input === 'photograph')
  .flatMap(({ code, forms }) => [
    `${code}.title`,
    `${code}.notFor`,
    ...forms.filter(({ mode }) => mode === 'local').flatMap(({ items }) => keysOfItems(items)),
  ]);

const keys = [
  ...english.flatMap(([key]) => (/^(pdf|band|warning|component)\./.test(key) ? [key] : [])),
  ...keysOfScores,
  'cli.notValidated',
  'cli.noBands',
  'cli.localConvention',
];

/** Spelled alike in both languages. */
const sameWords = ['{value}', '{value} %', 'Abdomen'];

describe('Portuguese', () => {
  it('has a word for everything that a report can say', () => {
    const missing = [...new Set(keys)].filter((key) => {
      const text = wordCatalogues.en[key] ?? '';
      return say(key) === text && !sameWords.includes(text);
    });
    expect(missing).toEqual([]);
  });

  it('has no word that a report never says', () => {
    expect(Object.keys(portuguese).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('has the placeholders of English', () => {
    const differing = Object.entries(portuguese).filter(
      ([key, text]) => text.includes('{value}') !== (wordCatalogues.en[key] ?? '').includes('{value}'),
    );
    expect(differing).toEqual([]);
  });

  it('is sorted, and written with care', () => {
    expect(Object.keys(portuguese)).toEqual(Object.keys(portuguese).toSorted());
    const faulty = Object.values(portuguese).filter((text) => /['"]|\.\.\.|\s\s|^\s|\s$|\d%/.test(text));
    expect(faulty).toEqual([]);
  });

  it('says where a name stands in English', () => {
    expect(condition('psoriasis')).toEqual({ name: 'Psoríase', code: 'EA90' });
    expect(condition('no such condition')).toEqual({ name: 'no such condition', code: null });
    expect(site('no such site')).toBe('no such site');
  });
});

describe('French', () => {
  const french = createReportWords('fr');

  it('breaks no line before a mark or inside guillemets', () => {
    const texts = keys.map((key) => french.sayCode(key));
    expect(texts.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
    expect(texts.filter((text) => /\u00a0:/.test(text)).length).toBeGreaterThan(5);
  });

  it('has a blank before a colon, and no other language has', () => {
    expect(french.pair('Photo 1', 'floue')).toBe('Photo 1\u00a0: floue');
    for (const locale of ['en', 'es', 'de', 'pt'] as const)
      expect(createReportWords(locale).pair('A', 2)).toBe('A: 2');
  });
});

describe('a code that nobody has put in words', () => {
  it('is shown as it is', () => {
    expect(createReportWords('fr').sayCode('warning.strange')).toBe('strange');
    expect(createReportWords('fr').sayCode('novel.title', 'NOVEL')).toBe('NOVEL');
  });
});
