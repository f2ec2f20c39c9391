// SPDX-License-Identifier: Apache-2.0

import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { type LocalName, nameBodySite, nameCondition } from '../catalogue/local-name.ts';
import { localWord } from '../catalogue/local-word.ts';
import { wordCatalogues } from '../catalogue/words.ts';
import type { ReportLocale } from '../record/company.ts';
import portuguese from './words/pt.json' with { type: 'json' };

const inPortuguese: Readonly<Record<string, string>> = portuguese;

/** What a report says, in one of its languages. */
export interface ReportWords {
  readonly locale: ReportLocale;
  /** A text by its key, `{value}` filled in. @throws Error for a key that no catalogue has: a fault of ours */
  say(key: string, value?: number | string): string;
  /** The same; the last part of the key where nobody has written the text. */
  sayCode(key: string, code?: string): string;
  /** A name and what it is, with a colon between them. */
  pair(name: string, text: number | string): string;
  condition(slug: string): NamedCondition;
  site(code: string): string;
}

/** A condition as a reader meets it; a name in another language ends with that language, e.g. `(en)`. */
export interface NamedCondition {
  readonly name: string;
  /** ICD-11, e.g. `EA90`; null for *Non-specific finding*. */
  readonly code: string | null;
}

export function createReportWords(locale: ReportLocale): ReportWords {
  const say = (key: string, value?: number | string) => textOf(key, locale, value);
  return {
    locale,
    say,
    sayCode: (key, code = key.slice(key.lastIndexOf('.') + 1)) =>
      Object.hasOwn(wordCatalogues.en, key) ? say(key) : code,
    pair: (name, text) => (locale === 'fr' ? `${name}\u00a0: ${text}` : `${name}: ${text}`),
    condition: (slug) => describeCondition(slug, locale),
    site: (code) => describeSite(code, locale),
  };
}

/** Blanks before marks as in French, and inside guillemets: no line may break there. */
const tiedBlanks = / (?=[:;?!»])|(?<=«) /g;

/** Portuguese words of this room come first; what no Portuguese catalogue has is said in English. */
function textOf(key: string, locale: ReportLocale, value?: number | string): string {
  const own = locale === 'pt' ? inPortuguese[key] : undefined;
  if (own === undefined) return localWord(key, locale, value).replaceAll(tiedBlanks, '\u00a0');
  return value === undefined ? own : own.replace('{value}', () => String(value));
}

function describeCondition(slug: string, locale: ReportLocale): NamedCondition {
  const condition = catalogue.find(slug);
  if (condition === undefined) return { name: slug, code: null };
  return { name: marked(nameCondition(condition, locale), locale), code: condition.icd11?.code ?? null };
}

function describeSite(code: string, locale: ReportLocale): string {
  const site = bodySites.find((each) => each.code === code);
  return site === undefined ? code : marked(nameBodySite(site, locale), locale);
}

/** A name that stands in another language says which. */
function marked({ name, locale: own }: LocalName, locale: ReportLocale): string {
  return own === locale ? name : `${name} (${own})`;
}
