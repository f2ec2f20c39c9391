// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { catalogue } from './conditions.ts';
import { foldSpelling } from './fold-spelling.ts';
import { createResolveCondition, listNames } from './resolve-condition.ts';

const resolve = createResolveCondition(catalogue);
const slugOf = (text: string) => resolve(text).condition?.slug;

function suggestionsFor(text: string): readonly string[] {
  const resolution = resolve(text);
  return resolution.condition === undefined ? resolution.suggestions : [];
}

describe('resolveCondition', () => {
  it.each([
    ['Psoriasis', 'EA90'],
    ['Palmoplantar psoriasis', 'EA90.42, EA90.5Y'],
    ['Generalised pustular psoriasis', 'EA90.40'],
    ['Eczematous dermatitis', 'EA89'],
    ['Tinea', '1F28'],
    ['Acne', 'ED80'],
    ['Hidradenitis suppurativa', 'ED92.0'],
    ['Urticaria', 'EB05'],
    ['Alopecia', 'ED70'],
    ['Vitiligo', 'ED63.0'],
    ['Pressure ulcer', 'EH90.Z'],
    ['Melanocytic naevus', '2F20.Z'],
    ['Cutaneous melanoma', '2C30'],
    ['Varicella', '1E90'],
    ['Non-specific finding', undefined],
  ])('knows the compatible API’s own text %s, and answers with it', (text, code) => {
    const { condition } = resolve(text);
    expect(condition?.text).toBe(text);
    expect(condition?.icd11?.code).toBe(code);
  });

  it.each([
    ['Generalised eczematous dermatitis of unspecified type', 'eczematousDermatitis'],
    ['Melanocytic naevus, unspecified', 'melanocyticNaevus'],
    ['Acne, unspecified', 'acne'],
    ['Melanoma of skin', 'melanoma'],
    ['melanoma', 'melanoma'],
    ['MELANOCYTIC NEVUS', 'melanocyticNaevus'],
    ['mole', 'melanocyticNaevus'],
    ['BCC', 'basalCellCarcinoma'],
    ['cSCC', 'squamousCellCarcinomaOfSkin'],
    ['eczema', 'eczematousDermatitis'],
    ['Schuppenflechte', 'psoriasis'],
    ['queratosis seborreica', 'seborrhoeicKeratosis'],
    ['Kératose séborrhéique', 'seborrhoeicKeratosis'],
    ['seborrheic keratosis', 'seborrhoeicKeratosis'],
    ['Infantile hemangioma', 'infantileHaemangioma'],
    ['Lymphedema', 'lymphoedema'],
    ['Meningococcemia', 'meningococcaemiaPurpuraFulminans'],
    ['diaper rash', 'irritantNappyDermatitis'],
    ['Blauer Naevus', 'blueNaevus'],
    ['actinic_keratosis', 'actinicKeratosis'],
    ['hidradenitisSuppurativa', 'hidradenitisSuppurativa'],
    ['ringworm', 'tinea'],
    ['German measles', 'rubella'],
    ['Rubéola', 'rubella'],
    ['sarna', 'scabies'],
  ])('reads %s as %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it.each([
    ['EA90', 'psoriasis'],
    ['ea90', 'psoriasis'],
    [' EA90 ', 'psoriasis'],
    ['ED80', 'acne'],
    ['ED80.Z', 'acne'],
    ['EB05', 'urticaria'],
    ['EH90.Z', 'pressureUlcer'],
    ['EH90', 'pressureUlcer'],
    ['EA89', 'eczematousDermatitis'],
    ['EA80.Z', 'atopicDermatitis'],
    ['EA90.42, EA90.5Y', 'palmoplantarPsoriasis'],
    ['ea90.42,EA90.5y', 'palmoplantarPsoriasis'],
    ['EA90.5Y', 'palmoplantarPsoriasis'],
  ])('reads the code %s as %s', (code, slug) => {
    expect(slugOf(code)).toBe(slug);
  });

  it('reads the code of every condition as that condition, or names those that share it', () => {
    const misread = catalogue.conditions.flatMap(({ slug, text, icd11 }) => {
      if (icd11 === null) return [];
      const found = resolve(icd11.code).condition;
      const owner = found?.icd11?.match;
      const isRight = found?.slug === slug || (owner === 'exact' && icd11.match !== 'exact');
      const isNamed = found === undefined && suggestionsFor(icd11.code).length > 1;
      return isRight || isNamed || owner === 'unspecified' ? [] : [`${icd11.code} ${text} ${found?.slug}`];
    });
    expect(misread).toEqual([]);
  });

  it('refuses a code that several conditions share, and names them', () => {
    expect(resolve('2F22').condition).toBeUndefined();
    expect(suggestionsFor('2F22')).toHaveLength(5);
  });

  it.each(['XZ99', 'EA90.1X', 'L40.0', 'EA90, XZ99', 'EA90 and more', ', ,'])('does not know %s', (code) => {
    expect(resolve(code).condition).toBeUndefined();
  });

  it('reads every name of every condition as that condition', () => {
    const misread = catalogue.conditions.flatMap((condition) =>
      listNames(condition).filter((name) => slugOf(name) !== condition.slug),
    );
    expect(misread).toEqual([]);
  });

  it('has no spelling that points to two conditions', () => {
    const owners = new Map<string, Set<string>>();
    for (const condition of catalogue.conditions) {
      for (const name of listNames(condition)) {
        const spelling = foldSpelling(name);
        owners.set(spelling, (owners.get(spelling) ?? new Set()).add(condition.slug));
      }
    }
    expect([...owners].filter(([, slugs]) => slugs.size > 1)).toEqual([]);
  });

  it.each([
    ['psoriassis', 'Psoriasis'],
    ['Tinea corpois', 'Tinea corporis'],
    ['erythema nodusum', 'Erythema nodosum'],
    ['androgenetic alopecia', 'Male androgenetic alopecia'],
    ['lupus', 'Discoid lupus erythematosus'],
  ])('refuses %s and suggests %s', (text, suggestion) => {
    expect(resolve(text).condition).toBeUndefined();
    expect(suggestionsFor(text)).toContain(suggestion);
    expect(suggestionsFor(text).length).toBeLessThanOrEqual(5);
  });

  it.each(['', '   ', '?!', 'xyzzy', 'x'.repeat(10_000)])('suggests nothing for %j', (text) => {
    expect(resolve(text)).toEqual({ condition: undefined, suggestions: [] });
  });
});
