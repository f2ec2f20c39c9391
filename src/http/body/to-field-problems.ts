// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../../errors.ts';

/** What TypeBox says about one fault. */
export interface SchemaFault {
  readonly keyword: string;
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'string',
  array: 'list',
  object: 'object',
  integer: 'integer',
  number: 'number',
};

/** The reference's wording of schema faults: one entry per offending field. */
export function toFieldProblems(faults: readonly SchemaFault[], base: string): readonly FieldProblem[] {
  const problems = faults.flatMap((fault) => toFieldProblemsOf(fault, base));
  return problems.filter(
    (problem, index) => index === problems.findIndex((other) => isSameField(problem, other)),
  );
}

function toFieldProblemsOf(fault: SchemaFault, base: string): readonly FieldProblem[] {
  const loc = [base, ...parsePointer(fault.instancePath)];
  const missing = fault.params['requiredProperties'];
  if (!Array.isArray(missing)) return [toFieldProblem(fault, loc)];
  return missing.map((name) => ({ type: 'missing', msg: 'Field required', loc: [...loc, String(name)] }));
}

function toFieldProblem({ keyword, params, message }: SchemaFault, loc: FieldProblem['loc']): FieldProblem {
  switch (keyword) {
    case 'type':
      return { type: 'type_error', msg: `Input should be a valid ${nameOfType(params['type'])}`, loc };
    case 'minItems':
      return valueError(`List should have at least ${String(params['limit'])} item`, loc);
    case 'maxItems':
      return valueError(`List should have at most ${String(params['limit'])} items`, loc);
    case 'minLength':
      return valueError(`Text should have at least ${String(params['limit'])} character`, loc);
    case 'maxLength':
      return valueError(`Text should have at most ${String(params['limit'])} characters`, loc);
    default:
      return valueError(message ?? 'Not valid', loc);
  }
}

function valueError(text: string, loc: FieldProblem['loc']): FieldProblem {
  return { type: 'value_error', msg: `Value error, ${text}`, loc };
}

function nameOfType(type: unknown): string {
  const first: unknown = Array.isArray(type) ? type[0] : String(type).split(',')[0];
  return typeNames[String(first)] ?? String(first);
}

function parsePointer(pointer: string): (string | number)[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) =>
    /^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}

function isSameField(one: FieldProblem, other: FieldProblem): boolean {
  return one.loc.join('/') === other.loc.join('/');
}
