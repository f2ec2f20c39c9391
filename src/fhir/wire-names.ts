// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from '../catalogue/catalogue.ts';

/** The reference keys its helper names by language and country. */
const wireLocales: Readonly<Record<CatalogueLocale, string>> = {
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
  de: 'de_DE',
};

/** A language as the reference spells it, e.g. `en_GB`. */
export function toWireLocale(locale: CatalogueLocale): string {
  return wireLocales[locale];
}

/** Names keyed as the reference keys them. */
export function toWireNames(names: Readonly<Record<CatalogueLocale, string>>): Record<string, string> {
  const locales = Object.entries(wireLocales) as [CatalogueLocale, string][];
  return Object.fromEntries(locales.map(([locale, wireLocale]) => [wireLocale, names[locale]]));
}
