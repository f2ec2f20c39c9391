// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import { icd11Codings } from '../catalogue/icd11-codings.ts';
import { isOneOf } from '../catalogue/icd11-relation.ts';
import type { ScoringSystem } from '../scoring/scoring-system.ts';

/** Whether a score was made for the patient's condition, or for any. */
export function isMadeFor({ conditions }: ScoringSystem, condition: Condition): boolean {
  if (conditions === null) return true;
  return icd11Codings(condition).some(({ code }) => conditions.some((broader) => isOneOf(code, broader)));
}
