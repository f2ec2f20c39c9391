// SPDX-License-Identifier: Apache-2.0
import type { ReportLocale } from '../record/company.ts';
import type { BodySite } from './body-sites.ts';
import type { CatalogueLocale, Condition } from './catalogue.ts';
import portuguese from './data/condition-names-pt.json' with { type: 'json' };

/** A name with the language it stands in: English where nobody has written it in the one asked for. */
export interface LocalName {
  readonly name: string;
  readonly locale: ReportLocale;
}

const portugueseNames: Readonly<Record<string, string>> = portuguese;

/** What a condition is called; Portuguese has names of its own for the commonest ones. */
export function nameCondition(
  { slug, names }: Pick<Condition, 'slug' | 'names'>,
  locale: ReportLocale,
): LocalName {
  const own = Object.hasOwn(portugueseNames, slug) ? portugueseNames[slug] : undefined;
  return chooseName(names, own, locale);
}

/** What a body site is called; Portuguese has names of its own for all of them. */
export function nameBodySite(
  { names, furtherNames }: Pick<BodySite, 'names' | 'furtherNames'>,
  locale: ReportLocale,
): LocalName {
  return chooseName(names, furtherNames.pt_BR, locale);
}

function chooseName(
  names: Readonly<Record<CatalogueLocale, string>>,
  portugueseName: string | undefined,
  locale: ReportLocale,
): LocalName {
  if (locale !== 'pt') return { name: names[locale], locale };
  if (portugueseName === undefined) return { name: names.en, locale: 'en' };
  return { name: portugueseName, locale };
}
