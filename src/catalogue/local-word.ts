// SPDX-License-Identifier: Apache-2.0
import type { ReportLocale } from '../record/company.ts';
import type { CatalogueLocale } from './catalogue.ts';
import portuguese from './data/portuguese-words.json' with { type: 'json' };
import { word } from './words.ts';

const portugueseWords: Readonly<Record<string, string>> = portuguese;

/** Where Portuguese has no word, English stands in. */
export function toCatalogueLocale(locale: ReportLocale): CatalogueLocale {
  return locale === 'pt' ? 'en' : locale;
}

/** A text in a language of reports, its `{value}` filled in. @throws Error for a key that no catalogue has */
export function localWord(key: string, locale: ReportLocale, value?: number | string): string {
  const own = locale === 'pt' && Object.hasOwn(portugueseWords, key) ? portugueseWords[key] : undefined;
  if (own === undefined) return word(key, toCatalogueLocale(locale), value);
  return value === undefined ? own : own.replace('{value}', () => String(value));
}
