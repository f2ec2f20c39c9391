// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from './catalogue.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };

/** Every clinical text that is shown, by key, in one catalogue per language. */
export const wordCatalogues: Readonly<Record<CatalogueLocale, Readonly<Record<string, string>>>> = {
  en,
  es,
  fr,
  de,
};

/** A text in a language, its `{value}` filled in. @throws Error for a key that no catalogue has: a fault of ours */
export function word(key: string, locale: CatalogueLocale, value?: number | string): string {
  const text = wordCatalogues[locale][key];
  if (text === undefined) throw new Error(`Expected words/${locale}.json to have "${key}"`);
  return value === undefined ? text : text.replace('{value}', () => String(value));
}

/** A text in every language. @throws Error for a key that no catalogue has */
export function wordIn(key: string): Readonly<Record<CatalogueLocale, string>> {
  return { en: word(key, 'en'), es: word(key, 'es'), fr: word(key, 'fr'), de: word(key, 'de') };
}
