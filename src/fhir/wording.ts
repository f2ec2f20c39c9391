// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { findLicensedItem, type LicensedItem, type LicensedTexts } from '../catalogue/licensed-texts.ts';
import { word } from '../catalogue/words.ts';
import type { Item, Leaf } from '../scoring/items.ts';

/** A question of a form, by its place. */
export interface Asked<I extends Item = Item> {
  /** Identifier of the form, e.g. `pasiLocal`. */
  readonly form: string;
  /** From the form's items down. */
  readonly path: readonly string[];
  readonly item: I;
}

/** A text in every language. */
export type Texts = Readonly<Record<CatalogueLocale, string>>;

/** What a person reads of a questionnaire: the owner's wording where the operator has loaded it, else ours. */
export interface Wording {
  title(system: string, form: string): Texts;
  label(asked: Asked): Texts;
  /** An answer in words, e.g. "Moderate" or "35 %". */
  answer(asked: Asked<Leaf>, value: number): Texts;
  /** Languages in which the owner's wording of the form is loaded. */
  licensedLocales(form: string): readonly CatalogueLocale[];
}

const locales: readonly CatalogueLocale[] = ['en', 'es', 'fr', 'de'];

export function createWording(licensed: LicensedTexts): Wording {
  const textsOf = (form: string) => (Object.hasOwn(licensed, form) ? licensed[form] : undefined) ?? {};
  const find = ({ form, path }: Asked, locale: CatalogueLocale): LicensedItem | undefined =>
    findLicensedItem(textsOf(form)[locale], path);
  return {
    title: (system, form) =>
      inEveryLanguage((locale) => textsOf(form)[locale]?.title ?? word(`${system}.title`, locale)),
    label: (asked) =>
      inEveryLanguage((locale) => find(asked, locale)?.text ?? word(asked.item.label, locale)),
    answer: (asked, value) =>
      inEveryLanguage(
        (locale) =>
          find(asked, locale)?.answers?.[value] ?? word(answerKey(asked.item, value), locale, value),
      ),
    licensedLocales: (form) => locales.filter((locale) => textsOf(form)[locale] !== undefined),
  };
}

/** Key of the words of an answer. */
export function answerKey(item: Leaf, value: number): string {
  if (item.kind === 'measure') return item.display;
  return item.options.find((option) => option.value === value)?.label ?? 'answer.plain';
}

function inEveryLanguage(textIn: (locale: CatalogueLocale) => string): Texts {
  return { en: textIn('en'), es: textIn('es'), fr: textIn('fr'), de: textIn('de') };
}
