// SPDX-License-Identifier: Apache-2.0
import type { EvolutionItem, EvolutionItems } from '@openderm/contract';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';
import type { AnswerTree } from '../record/severity-assessment.ts';
import type { Items, Leaf } from '../scoring/items.ts';
import { toVendorCode } from './wire-constants.ts';
import type { Wording } from './wording.ts';

/** Whose answers are shown, and in which words. */
export interface AnswerContext {
  /** Identifier of the form, e.g. `pasiLocal`. */
  readonly form: string;
  readonly wording: Wording;
  readonly locale: CatalogueLocale;
  /** Key of the words around a number that has none of its own. */
  readonly bareNumber?: string;
}

/** Answers with their questions and in words, in the order of the questionnaire; what was left out is left out. */
export function toEvolutionItems(items: Items, answers: AnswerTree, context: AnswerContext): EvolutionItems {
  return toItems({ items, answers, above: [] }, context);
}

interface Level {
  readonly items: Items;
  readonly answers: AnswerTree;
  readonly above: readonly string[];
}

function toItems({ items, answers, above }: Level, context: AnswerContext): EvolutionItems {
  const entries = Object.entries(items).flatMap(([code, item]): [string, EvolutionItems[string]][] => {
    const answer = answers[code];
    const path = [...above, code];
    if (item.kind === 'group') {
      if (typeof answer !== 'object') return [];
      return [[code, toItems({ items: item.items, answers: answer, above: path }, context)]];
    }
    return typeof answer === 'number' ? [[code, toEvolutionItem({ item, path }, answer, context)]] : [];
  });
  return Object.fromEntries(entries);
}

/** One answer with its question and in words. */
export function toEvolutionItem(
  { item, path }: { readonly item: Leaf; readonly path: readonly string[] },
  value: number,
  { form, wording, locale, bareNumber = 'answer.bareNumber' }: AnswerContext,
): EvolutionItem {
  const asked = { form, path, item };
  return {
    code: toVendorCode(path.at(-1) ?? '', wording.label(asked)[locale]),
    value,
    interpretation: inWords(wording.answer(asked, value)[locale], { bareNumber, locale }),
  };
}

/** Existing clients take the text "0" for an empty one, so a number alone is never sent as one. */
function inWords(
  text: string,
  { bareNumber, locale }: { readonly bareNumber: string; readonly locale: CatalogueLocale },
): string {
  return /^\s*-?[\d.]+\s*$/.test(text) ? word(bareNumber, locale, text.trim()) : text;
}
