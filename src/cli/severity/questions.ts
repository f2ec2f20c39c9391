// SPDX-License-Identifier: Apache-2.0
import type { Group, Items, Leaf, ValueTree } from '../../scoring/items.ts';
import type { Form } from '../../scoring/scoring-system.ts';
import type { Place } from './clinic.ts';

/** A question with the groups around it, outermost first. */
export interface Question extends Place<Leaf> {
  readonly groups: readonly Place<Group>[];
  /** The outermost part that may be left out, itself included: its path; null where an answer is needed. */
  readonly optionalPath: readonly string[] | null;
}

/** Every question of a form in the order they are asked. */
export function listQuestions(form: Form): readonly Question[] {
  return questionsIn(form.items, { form, path: [], groups: [], optionalPath: null });
}

type Surroundings = Omit<Question, 'item'>;

function questionsIn(items: Items, around: Surroundings): readonly Question[] {
  return Object.entries(items).flatMap(([code, item]) => {
    const path = [...around.path, code];
    const optionalPath = around.optionalPath ?? (item.required ? null : path);
    if (item.kind !== 'group') return [{ ...around, path, optionalPath, item }];
    const groups = [...around.groups, { form: around.form, path, item }];
    return questionsIn(item.items, { ...around, path, groups, optionalPath });
  });
}

/** The answer at a place; undefined where there is none. */
export function answerAt(answers: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, code) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, code)
        ? (inner as Readonly<Record<string, unknown>>)[code]
        : undefined,
    answers,
  );
}

/** The answers with one more; what stands in its way is replaced. */
export function withAnswer<Answer>(
  answers: Readonly<Record<string, unknown>>,
  [code = '', ...rest]: readonly string[],
  answer: Answer,
): Readonly<Record<string, unknown>> {
  if (rest.length === 0) return { ...answers, [code]: answer };
  const inner = answers[code];
  const isGroup = typeof inner === 'object' && inner !== null;
  return {
    ...answers,
    [code]: withAnswer(isGroup ? (inner as Readonly<Record<string, unknown>>) : {}, rest, answer),
  };
}

/** Questions that were answered, with their answers. */
export function listAnswered(
  form: Form,
  values: ValueTree,
): readonly { readonly question: Question; readonly value: number }[] {
  return listQuestions(form).flatMap((question) => {
    const value = answerAt(values, question.path);
    return typeof value === 'number' ? [{ question, value }] : [];
  });
}
