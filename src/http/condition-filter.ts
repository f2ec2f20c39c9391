// SPDX-License-Identifier: Apache-2.0
import type { ConditionsQuery } from '@openderm/contract';
import type { Condition } from '../catalogue/catalogue.ts';
import { conditionCategories } from '../catalogue/condition-category.ts';
import { icd11Codings } from '../catalogue/icd11-codings.ts';
import { isOneOf } from '../catalogue/icd11-relation.ts';
import { listNearest } from '../catalogue/list-nearest.ts';
import type { SearchConditions } from '../catalogue/search-conditions.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import { toProblem } from './questionnaire-filter.ts';

type Flag = keyof Condition['flags'];

/** A query, read: conditions must pass all of it. */
export interface ConditionFilter {
  readonly search: string;
  readonly flags: readonly Flag[];
  /** Null: any. */
  readonly icd11: string | null;
  readonly category: string | null;
}

const flags: readonly Flag[] = ['malignant', 'pigmented', 'urgent', 'highPriority'];
const categories = Object.keys(conditionCategories);
/** A code, or what one begins with. */
const codeBeginning = /^[0-9A-Z]{1,4}(\.[0-9A-Z]{0,3})?$/;

/** @throws DeviceError `invalidRequest` with an entry for each parameter that names nothing known */
export function readConditionFilter({ search, flag, icd11, category }: ConditionsQuery): ConditionFilter {
  const named = [flag ?? []].flat().flatMap((each) => each.split(','));
  const problems = [
    ...named.filter((each) => !isFlag(each)).map(unknownFlag),
    ...(icd11 === undefined || codeBeginning.test(icd11) ? [] : [notACode(icd11)]),
    ...(category === undefined || categories.includes(category) ? [] : [unknownCategory(category)]),
  ];
  if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
  return {
    search: search ?? '',
    flags: flags.filter((each) => named.includes(each)),
    icd11: icd11 ?? null,
    category: category ?? null,
  };
}

function isFlag(text: string): text is Flag {
  return flags.some((each) => each === text);
}

function unknownFlag(flag: string): FieldProblem {
  return toProblem('flag', `there is no flag "${flag}"; there are ${flags.join(', ')}`);
}

function notACode(code: string): FieldProblem {
  return toProblem('icd11', `"${code}" is not an ICD-11 code such as EA90.0, nor what one begins with`);
}

function unknownCategory(category: string): FieldProblem {
  const nearest = listNearest(category, categories);
  return toProblem(
    'category',
    `there is no category "${category}"; ${nearest || `there are ${categories.join(', ')}`}`,
  );
}

/** The conditions that pass a filter; where it searches, those that fit best first. */
export function chooseConditions(filter: ConditionFilter, search: SearchConditions): readonly Condition[] {
  return search(filter.search).filter((condition) => passes(condition, filter));
}

function passes(condition: Condition, { flags: wanted, icd11, category }: ConditionFilter): boolean {
  if (category !== null && condition.category !== category) return false;
  if (!wanted.every((flag) => condition.flags[flag])) return false;
  return icd11 === null || icd11Codings(condition).some(({ code }) => isOneOf(code, icd11));
}
