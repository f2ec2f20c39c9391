// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireItem } from '@openderm/contract';
import { wordIn } from '../catalogue/words.ts';
import type { Choice, Item, Items, Leaf, Measure } from '../scoring/items.ts';
import { toWireNames } from './wire-names.ts';
import type { Wording } from './wording.ts';

/** Whose questions are listed, and in which words. */
export interface QuestionContext {
  /** Identifier of the form, e.g. `pasiLocal`. */
  readonly form: string;
  readonly by: Leaf['by'];
  readonly wording: Wording;
}

/** The questions of a form that somebody answers (`asked`) or a photograph does (`seen`), in their order. */
export function toQuestionnaireItems(
  items: Items,
  context: QuestionContext,
  above: readonly string[] = [],
): QuestionnaireItem[] {
  return Object.entries(items)
    .filter(([, item]) => isAnsweredBy(item, context.by))
    .map(([code, item]) => toItem(item, context, [...above, code]));
}

function isAnsweredBy(item: Item, by: Leaf['by']): boolean {
  if (item.kind !== 'group') return item.by === by;
  return Object.values(item.items).some((inner) => isAnsweredBy(inner, by));
}

function toItem(item: Item, context: QuestionContext, path: readonly string[]): QuestionnaireItem {
  const question = toQuestion(item, context, path);
  if (item.kind === 'group') {
    // Groups of groups of groups do not exist; the schema ends there.
    const inner = toQuestionnaireItems(item.items, context, path) as GroupContent;
    return { ...question, type: 'group', item: inner };
  }
  const answered = {
    ...question,
    ...(item.alias === undefined ? {} : { alias: item.alias }),
    suppliedBy: item.by === 'asked' ? ('answer' as const) : ('photograph' as const),
  };
  if (item.kind === 'measure') return { ...answered, ...toBounds(item) };
  return { ...answered, type: 'choice', allowedValues: toAllowedValues(item, context, path) };
}

type GroupContent = Extract<QuestionnaireItem, { type: 'group' }>['item'];

function toQuestion(item: Item, { form, wording }: QuestionContext, path: readonly string[]) {
  const text = toWireNames(wording.label({ form, path, item }));
  return { code: path.at(-1) ?? '', path: [...path], text, required: item.required };
}

function toAllowedValues(item: Choice, { form, wording }: QuestionContext, path: readonly string[]) {
  return item.options.map(({ value }) => ({
    value,
    label: toWireNames(wording.answer({ form, path, item }, value)),
  }));
}

function toBounds({ minimum, maximum, decimals, display }: Measure) {
  const type: 'integer' | 'decimal' = decimals === 0 ? 'integer' : 'decimal';
  return { type, minimum, maximum, decimals, display: toWireNames(wordIn(display)) };
}
