// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse, QuestionnairesQuery } from '@openderm/contract';
import { areRelated, isIcd11Code } from '../catalogue/icd11-relation.ts';
import { listNearest } from '../catalogue/list-nearest.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';

/** What a filter may name. */
export interface KnownCodes {
  /** Of scoring systems. */
  readonly systems: readonly string[];
  /** Of the catalogue's conditions. */
  readonly icd11: readonly string[];
}

/** @throws DeviceError `invalidRequest` with an entry for each parameter that names nothing known */
export function refuseUnknownFilters({ code, pathology }: QuestionnairesQuery, known: KnownCodes): void {
  const problems = [
    ...(code === undefined || known.systems.includes(code) ? [] : [unknownSystem(code, known)]),
    ...(pathology === undefined ? [] : findIcd11Problems('pathology', pathology, known.icd11)),
  ];
  if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
}

function unknownSystem(code: string, { systems }: KnownCodes): FieldProblem {
  const nearest = listNearest(code, systems);
  return toProblem(
    'code',
    `there is no scoring system "${code}"; ${nearest || `there are ${systems.join(', ')}`}`,
  );
}

/** What is wrong with an ICD-11 code in a query: its form, or that no condition of the catalogue is near it. */
export function findIcd11Problems(
  name: string,
  code: string,
  known: readonly string[],
): readonly FieldProblem[] {
  const nearest = listNearest(code.toUpperCase(), known);
  if (!isIcd11Code(code)) {
    return [
      toProblem(name, `"${code}" is not an ICD-11 code such as EA90 or EA90.0${nearest && `; ${nearest}`}`),
    ];
  }
  if (known.some((each) => areRelated(each, code))) return [];
  return [toProblem(name, `no condition of the catalogue has the code ${code}${nearest && `; ${nearest}`}`)];
}

export function toProblem(name: string, text: string): FieldProblem {
  return { type: 'value_error', msg: `Value error, ${text}`, loc: ['query', name] };
}

/** Whether a questionnaire passes a filter: of that system, and for that condition, a part or a kind of it, or for any. */
export function passesFilter(
  { code, conditions }: Pick<QuestionnaireResponse, 'code' | 'conditions'>,
  filter: QuestionnairesQuery,
): boolean {
  const { pathology } = filter;
  if (filter.code !== undefined && filter.code !== code) return false;
  if (pathology === undefined || conditions === null) return true;
  return conditions.some((condition) => areRelated(condition.code, pathology));
}
