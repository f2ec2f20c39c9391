// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from './catalogue.ts';
import { createFindByCode } from './find-by-code.ts';
import { icd11Codings } from './icd11-codings.ts';
import { isOneOf } from './icd11-relation.ts';

/** An ICD-11 code with the condition that is called by it here. */
export interface CodedCondition {
  readonly code: string;
  readonly condition: Condition;
}

/** What a code covers: the condition of that code, or else those of its parts; none where the catalogue has neither. */
export type ConditionsOfCode = (code: string) => readonly CodedCondition[];

export function createConditionsOfCode(catalogue: Catalogue): ConditionsOfCode {
  const findByCode = createFindByCode(catalogue);
  const codes = catalogue.conditions.flatMap((condition) => icd11Codings(condition).map(({ code }) => code));
  const called = (code: string) =>
    findByCode(code)
      .slice(0, 1)
      .map((condition) => ({ code, condition }));
  return (code) => {
    const own = called(code);
    if (own.length > 0) return own;
    const parts = new Set(codes.filter((each) => isOneOf(each, code)));
    return [...parts].toSorted(bySubcategory).flatMap(called);
  };
}

/** By code, "other specified" (Y) after the named ones. */
function bySubcategory(a: string, b: string): number {
  const isResidual = (code: string) => Number(code.endsWith('Y'));
  return isResidual(a) - isResidual(b) || (a < b ? -1 : 1);
}
