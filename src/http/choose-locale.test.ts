// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { chooseLocale } from './choose-locale.ts';

const localeOf = (query: Record<string, unknown>, acceptLanguage?: string) =>
  chooseLocale({ query, headers: acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage } });

function refusalOf(query: Record<string, unknown>): unknown {
  try {
    return localeOf(query);
  } catch (error) {
    return error;
  }
}

describe('chooseLocale', () => {
  it.each([
    ['es', 'es'],
    ['es_ES', 'es'],
    ['es-ES', 'es'],
    ['ES', 'es'],
    ['en_GB', 'en'],
    ['fr-CA', 'fr'],
    ['de-Latn-CH', 'de'],
  ])('reads ?locale=%s as %s, whatever the header says', (locale, expected) => {
    expect(localeOf({ locale }, 'fr')).toBe(expected);
  });

  it.each(['pt', '', 'español', 'e', 'esp', 'es-', 'es_ES;', ['es', 'de']])(
    'refuses ?locale=%s and names the locales',
    (locale) => {
      expect(refusalOf({ locale })).toMatchObject({
        code: 'invalidRequest',
        details: {
          problems: [{ msg: expect.stringContaining('en, es, fr, de'), loc: ['query', 'locale'] }],
        },
      });
    },
  );

  it.each([
    ['es', 'es'],
    ['de-CH, de;q=0.9, en;q=0.8', 'de'],
    ['pt, es;q=0.4, fr;q=0.7', 'fr'],
    ['en;q=0.5, es', 'es'],
    ['es;q=0, de;q=0.1', 'de'],
    ['fr;q=0.5, de;q=0.5', 'fr'],
    ['FR-fr ; Q=0.9', 'fr'],
    ['pt-BR, *;q=0.1', 'en'],
    ['pt-BR', 'en'],
    ['es;q=high', 'en'],
    [';;;,,,', 'en'],
    ['', 'en'],
  ])('reads Accept-Language: %s as %s', (header, expected) => {
    expect(localeOf({}, header)).toBe(expected);
  });

  it('is English without a wish', () => {
    expect(localeOf({})).toBe('en');
  });
});
