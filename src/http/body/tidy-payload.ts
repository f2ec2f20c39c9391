// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../../errors.ts';

/*
 * Small liberties that clients take: a photograph in a list of one, and `[]` for an object without fields, as PHP writes it.
 * They are undone before a document meets its schema.
 */

/** The fields of a value that should be an object; undefined where it is none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** An empty list as an object without fields. */
export function asFields(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? {} : value;
}

/** The same object with some fields replaced where they are there; anything else as it is. */
export function withFields(
  value: unknown,
  changes: Readonly<Record<string, (field: unknown) => unknown>>,
): unknown {
  const fields = fieldsOf(value);
  if (fields === undefined) return value;
  const changed = Object.entries(changes).filter(([key]) => Object.hasOwn(fields, key));
  return { ...fields, ...Object.fromEntries(changed.map(([key, change]) => [key, change(fields[key])])) };
}

/** Every field changed alike; anything but an object as it is. */
export function withEachField(value: unknown, change: (field: unknown) => unknown): unknown {
  const fields = fieldsOf(value);
  if (fields === undefined) return value;
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, change(field)]));
}

/** A photograph out of its list of one. */
export function unlisted(payload: unknown): unknown {
  return isListOfOne(payload) ? payload[0] : payload;
}

export function isListOfOne(payload: unknown): payload is readonly [unknown] {
  return Array.isArray(payload) && payload.length === 1;
}

/** Faults of a photograph that came in a list of one, at the place where the client put it. */
export function relisted(
  problems: readonly FieldProblem[],
  isListed: (payload: FieldProblem['loc']) => boolean,
): readonly FieldProblem[] {
  return problems.map((problem) => {
    const end = problem.loc.indexOf('payload') + 1;
    const payload = problem.loc.slice(0, end);
    if (end === 0 || !isListed(payload)) return problem;
    return { ...problem, loc: [...payload, 0, ...problem.loc.slice(end)] };
  });
}
