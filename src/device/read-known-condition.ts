// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import { isIcd11Code } from '../catalogue/icd11-relation.ts';
import type { Resolution, ResolveCondition } from '../catalogue/resolve-condition.ts';
import { type FieldReading, toValueProblem } from './field-reading.ts';

/** What a request calls the patient's condition. */
export interface NamedCondition {
  readonly text: string;
  /** ICD-11 codes that were sent beside it. */
  readonly codes: readonly string[];
}

/** The condition of the catalogue; where its text is not known, one of its codes decides. */
export type ReadKnownCondition = (named: NamedCondition) => FieldReading<Condition>;

const loc = ['body', 'knownCondition', 'conclusion', 'text'] as const;

export function createReadKnownCondition(resolve: ResolveCondition): ReadKnownCondition {
  return ({ text, codes }) => {
    const byText = resolve(text);
    const byCode = codes.map((code) => resolve(code).condition).find(Boolean);
    const condition = byText.condition ?? byCode;
    if (condition !== undefined) return { value: condition };
    return { problems: [toValueProblem(loc, describeUnknown(text, byText))] };
  };
}

function describeUnknown(text: string, resolution: Resolution): string {
  const { suggestions = [] } = resolution.condition === undefined ? resolution : {};
  const names = suggestions.join(', ');
  if (names === '') return `there is no condition "${text}"; all are listed at /v1/conditions`;
  if (isIcd11Code(text.trim().toUpperCase())) return `several conditions have the code ${text}: ${names}`;
  return `there is no condition "${text}"; nearest: ${names}`;
}
