// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireItem } from '@openderm/contract';
import type { Language } from '../language/language.ts';
import { type Leaf, textIn } from './to-scores.ts';

/** Answers of one place, or the answer to one question. */
export interface AnsweredPlace {
  readonly path: string;
  readonly name: string;
  readonly answers: readonly {
    readonly code: string;
    /** Empty where the place is the question. */
    readonly name: string;
    readonly value: number;
    /** Empty where the number says it all. */
    readonly words: string;
  }[];
}

/** What was answered, a place each, in the order of the questions; what was left out is left out. */
export function listAnswers(
  items: readonly QuestionnaireItem[],
  answers: unknown,
  language: Language,
): readonly AnsweredPlace[] {
  return items.flatMap((item): readonly AnsweredPlace[] => {
    const answer = answerOf(answers, item.code);
    const [path, name] = [item.path.join('.'), textIn(item.text, language)];
    if (item.type !== 'group') {
      if (typeof answer !== 'number') return [];
      const words = toWords(item, answer, language);
      return [{ path, name, answers: [{ code: item.code, name: '', value: answer, words }] }];
    }
    const inner = listAnswers(item.item, answer, language);
    const isFlat = item.item.every(({ type }) => type !== 'group');
    if (!isFlat) return inner.map((place) => ({ ...place, name: `${name}: ${place.name}` }));
    const own = inner.flatMap((place) => place.answers.map((each) => ({ ...each, name: place.name })));
    return own.length === 0 ? [] : [{ path, name, answers: own }];
  });
}

function toWords(item: Leaf, value: number, language: Language): string {
  if (item.type !== 'choice') return textIn(item.display, language).replace('{value}', '').trim();
  const label = item.allowedValues.find((each) => each.value === value)?.label ?? {};
  const words = textIn(label, language);
  return words === String(value) ? '' : words;
}

function answerOf(answers: unknown, code: string): unknown {
  return typeof answers === 'object' && answers !== null
    ? (answers as Readonly<Record<string, unknown>>)[code]
    : undefined;
}
