// SPDX-License-Identifier: Apache-2.0

import { bodySites } from '../catalogue/body-sites.ts';
import type { Condition } from '../catalogue/catalogue.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { word, wordCatalogues } from '../catalogue/words.ts';
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
  condition(slug: string): NamedCondition;
  site(code: string): string;
}

/** A condition as a reader meets it. */
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
    condition: (slug) => nameCondition(catalogue.find(slug), { slug, locale }),
    site: (code) => nameSite(code, locale),
  };
}

/** Portuguese has a catalogue of its own; what it lacks is said in English. */
function textOf(key: string, locale: ReportLocale, value?: number | string): string {
  if (locale !== 'pt') return word(key, locale, value);
  const text = inPortuguese[key];
  if (text === undefined) return word(key, 'en', value);
  return value === undefined ? text : text.replace('{value}', () => String(value));
}

function nameCondition(
  condition: Condition | undefined,
  { slug, locale }: { readonly slug: string; readonly locale: ReportLocale },
): NamedCondition {
  if (condition === undefined) return { name: slug, code: null };
  const name = locale === 'pt' ? condition.names.en : condition.names[locale];
  return { name, code: condition.icd11?.code ?? null };
}

function nameSite(code: string, locale: ReportLocale): string {
  const site = bodySites.find((each) => each.code === code);
  if (site === undefined) return code;
  return locale === 'pt' ? (site.furtherNames.pt_BR ?? site.names.en) : site.names[locale];
}
