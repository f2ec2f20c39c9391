// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import portuguese from './data/portuguese-words.json' with { type: 'json' };
import { localWord } from './local-word.ts';
import { wordCatalogues } from './words.ts';

describe('a word of a report', () => {
  it('stands in the language asked for, filled in', () => {
    expect(localWord('band.severe', 'fr')).toBe(wordCatalogues.fr['band.severe']);
    expect(localWord('band.severe', 'pt')).toBe('Grave');
    expect(localWord('answer.percent', 'pt', 12.5)).toBe('12.5 %');
  });

  it('is English where Portuguese has none', () => {
    expect(localWord('dlqi.title', 'pt')).toBe(wordCatalogues.en['dlqi.title']);
  });

  it('is a fault of ours where nobody has it', () => {
    expect(() => localWord('no.such.word', 'pt')).toThrow('no.such.word');
  });
});

describe('the Portuguese catalogue', () => {
  const placeholders = (text: string) => text.match(/\{[^}]*\}/g) ?? [];

  it('has no text that English has not, none empty, and the same placeholders', () => {
    const faulty = Object.entries(portuguese).filter(([key, text]) => {
      const english = wordCatalogues.en[key];
      return (
        english === undefined || text.trim() === '' || !sameList(placeholders(text), placeholders(english))
      );
    });
    expect(faulty).toEqual([]);
  });

  it('is sorted by key', () => {
    expect(Object.keys(portuguese)).toEqual(Object.keys(portuguese).toSorted());
  });
});

function sameList(some: readonly string[], others: readonly string[]): boolean {
  return some.join(' ') === others.join(' ');
}
