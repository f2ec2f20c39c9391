// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';

/** A field of a request, understood, or everything that is wrong with it. */
export type FieldReading<T> =
  | { readonly value: T; readonly problems?: undefined }
  | { readonly value?: undefined; readonly problems: readonly FieldProblem[] };

/** Faults that one refusal names: whoever has so many to mend is not helped by more. */
export const mostProblems = 100;

/** A value that is not allowed where it stands, in words. */
export function toValueProblem(loc: FieldProblem['loc'], text: string): FieldProblem {
  return { type: 'value_error', msg: `Value error, ${text}`, loc };
}
