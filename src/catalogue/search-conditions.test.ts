// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from './conditions.ts';
import { createSearchConditions } from './search-conditions.ts';

const search = createSearchConditions(catalogue);
const slugs = (text: string) => search(text).map(({ slug }) => slug);

describe('the search for a condition', () => {
  it.each([
    ['the English name', 'Psoriasis', 'psoriasis'],
    ['capitals and spaces', '  MELANOMA ', 'melanoma'],
    ['a Spanish name without its accent', 'dermatitis atopica', 'atopicDermatitis'],
    ['a French name', 'Mélanome', 'melanoma'],
    ['a German name', 'Krätze', 'scabies'],
    ['a lay name', 'sarna', 'scabies'],
    ['a slug', 'atopicDermatitis', 'atopicDermatitis'],
    ['an ICD-11 code', 'EA90', 'psoriasis'],
    ['an ICD-11 title', 'Atopic eczema', 'atopicDermatitis'],
    ['the beginning of a name', 'psor', 'psoriasis'],
    ['a slip of the finger', 'melanma', 'melanoma'],
    ['words in another order', 'naevus blue', 'blueNaevus'],
  ])('understands %s: %s', (_what, text, slug) => {
    expect(slugs(text)[0]).toBe(slug);
  });

  it('puts the exact name before beginnings, these before words inside, these before look-alikes', () => {
    const found = slugs('psoriasis');
    const place = (slug: string) => found.indexOf(slug);
    expect(place('psoriasis')).toBe(0);
    expect(place('scalpPsoriasis')).toBeGreaterThan(0);
    expect(slugs('plaque')[0]).toBe('plaquePsoriasis');
    const urticaria = slugs('urticria');
    expect(urticaria[0]).toBe('urticaria');
  });

  it('finds a condition by each of its names, first or beside those that share it', () => {
    // Every tenth: all of them take half a minute.
    for (const condition of catalogue.conditions.filter((_, index) => index % 10 === 0)) {
      for (const name of [condition.text, ...Object.values(condition.names), ...condition.synonyms]) {
        expect([name, search(name).slice(0, 8).includes(condition)]).toEqual([name, true]);
      }
    }
  });

  it('does not take one code for another', () => {
    expect(search('EA90').every(({ icd11 }) => icd11?.code.startsWith('EA90'))).toBe(true);
  });

  it('gives all for no text, and none for a text without letters', () => {
    expect(search(' ')).toHaveLength(577);
    expect(search('?!')).toEqual([]);
    expect(search('zzzzqqqq')).toEqual([]);
  });

  it('gives no condition twice, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const found = slugs(text);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
