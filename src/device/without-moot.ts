// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';

/** The faults that the door has found: what is missing in a system that is refused whole need not be said. */
export function withoutMoot(
  problems: readonly FieldProblem[],
  refusedCodes: readonly string[],
): readonly FieldProblem[] {
  return problems.filter(({ loc: [, field, key] }) => {
    return field !== 'scoringSystem' || !refusedCodes.includes(String(key));
  });
}
