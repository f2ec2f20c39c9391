// SPDX-License-Identifier: Apache-2.0
import { round } from './exact.ts';
import type { Item, Items, Leaf, ValueTree } from './items.ts';
import type { Form } from './scoring-system.ts';

/** What is wrong with one answer. */
export interface AnswerFault {
  readonly kind: 'missing' | 'unknown' | 'notAllowed' | 'notAGroup' | 'twice';
  /** From the questionnaire's items down, e.g. `['headNeck', 'erythema']`. */
  readonly path: readonly string[];
  /** The question, for what may be answered; absent when there is no such question. */
  readonly item?: Item;
  /** Codes that exist here: for the nearest spelling. */
  readonly known?: readonly string[];
}

/** Answers that fit their form, or every fault of them. */
export type Checked =
  | { readonly values: ValueTree; readonly faults?: undefined }
  | { readonly faults: readonly AnswerFault[] };

/**
 * Checks the answers of a request against a form: one fault for each field at fault, none guessed.
 * `by` leaves out what the request does not carry: the signs that a photograph shows.
 */
export function checkAnswers(form: Form, answers: unknown, by: readonly Leaf['by'][] = ['asked']): Checked {
  const place = { path: [], by };
  const { value, faults } = checkGroup(form.items, answers, place);
  const all = faults.length > 0 ? faults : listNoneGiven(form, value, place);
  return all.length > 0 ? { faults: all } : { values: value };
}

/** Of a form of which any part will do, the first part is asked for where there is none. */
function listNoneGiven({ atLeastOne, items }: Form, values: ValueTree, place: Place): readonly AnswerFault[] {
  const isGiven = Object.values(values).some((value) => value !== undefined);
  const [first] = Object.entries(items);
  if (atLeastOne !== true || isGiven || first === undefined) return [];
  return listMissing(first[1], { ...place, path: [first[0]] });
}

interface Place {
  readonly path: readonly string[];
  readonly by: readonly Leaf['by'][];
}

/** The values that could be read, and what was wrong with the rest. */
interface Reading<T> {
  readonly value: T;
  readonly faults: readonly AnswerFault[];
}

function checkGroup(items: Items, answers: unknown, place: Place): Reading<ValueTree> {
  if (!isRecord(answers)) return { value: {}, faults: [{ kind: 'notAGroup', path: place.path }] };
  const wanted = Object.entries(items).filter(([, item]) => isCarried(item, place.by));
  const readings = wanted.map(([code, item]) => ({ code, ...checkItem(code, item, { answers, place }) }));
  const known = wanted.map(([code]) => code);
  const spellings = new Set(wanted.flatMap(([code, item]) => spellingsOf(code, item)));
  const strangers = Object.keys(answers).filter((code) => !spellings.has(code));
  return {
    value: Object.fromEntries(readings.map(({ code, value }) => [code, value])),
    faults: [
      ...readings.flatMap(({ faults }) => faults),
      ...strangers.map((code): AnswerFault => ({ kind: 'unknown', path: [...place.path, code], known })),
    ],
  };
}

interface Asked {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

function checkItem(
  code: string,
  item: Item,
  { answers, place }: Asked,
): Reading<number | undefined | ValueTree> {
  const given = spellingsOf(code, item).filter((spelling) => Object.hasOwn(answers, spelling));
  const path = [...place.path, given[0] ?? code];
  if (given.length > 1) return { value: undefined, faults: [{ kind: 'twice', path, item }] };
  if (given.length === 0) {
    const faults = item.required ? listMissing(item, { ...place, path }) : [];
    return { value: undefined, faults };
  }
  const answer = answers[given[0] ?? code];
  if (item.kind === 'group') return checkGroup(item.items, answer, { ...place, path });
  if (isAllowed(item, answer)) return { value: answer, faults: [] };
  return { value: undefined, faults: [{ kind: 'notAllowed', path, item }] };
}

/** A group that is left out lacks every required item of it. */
function listMissing(item: Item, place: Place): readonly AnswerFault[] {
  if (item.kind !== 'group') return [{ kind: 'missing', path: place.path, item }];
  return Object.entries(item.items)
    .filter(([, inner]) => inner.required && isCarried(inner, place.by))
    .flatMap(([code, inner]) => listMissing(inner, { ...place, path: [...place.path, code] }));
}

function spellingsOf(code: string, item: Item): readonly string[] {
  return item.kind === 'group' || item.alias === undefined ? [code] : [code, item.alias];
}

/** Whether somebody is expected to send it; a group, when it holds such an item. */
function isCarried(item: Item, by: readonly Leaf['by'][]): boolean {
  if (item.kind !== 'group') return by.includes(item.by);
  return Object.values(item.items).some((inner) => isCarried(inner, by));
}

function isAllowed(item: Leaf, answer: unknown): answer is number {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return false;
  if (item.kind === 'choice') return item.options.some(({ value }) => value === answer);
  const isWithin = answer >= item.minimum && answer <= (item.maximum ?? Number.MAX_SAFE_INTEGER);
  return isWithin && round(answer, item.decimals) === answer;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
