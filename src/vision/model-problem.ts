// SPDX-License-Identifier: Apache-2.0
import type { TSchema } from 'typebox';
import { Errors } from 'typebox/schema';

/** One thing wrong with a model folder, in words a person can act on. */
export interface ModelProblem {
  /** File inside the model folder, e.g. `model.json`. */
  readonly file: string;
  /** Dotted path of the key, e.g. `input.mean`; empty when the file as a whole is meant. */
  readonly key: string;
  readonly message: string;
}

/** `model.json: input.mean: must have 3 items` */
export function formatProblem(problem: ModelProblem): string {
  return [problem.file, problem.key, problem.message].filter((part) => part !== '').join(': ');
}

type SchemaError = ReturnType<typeof Errors>[1][number];

const toKey = (instancePath: string): string => instancePath.slice(1).replaceAll('/', '.');

function describe(error: SchemaError): string {
  if (error.keyword === 'const') return `must be ${JSON.stringify(error.params.allowedValue)}`;
  if (error.keyword === 'type') return `must be ${String(error.params.type)}`;
  return error.message;
}

function toProblems(file: string, path: string, errors: readonly SchemaError[]): ModelProblem[] {
  const key = toKey(path);
  const missing = errors.find((error) => error.keyword === 'required');
  if (missing?.keyword === 'required') {
    const names = missing.params.requiredProperties;
    return names.map((name) => ({ file, key: key === '' ? name : `${key}.${name}`, message: 'is missing' }));
  }
  const inner = errors.filter((error) => error.keyword !== 'anyOf').map(describe);
  return [{ file, key, message: [...new Set(inner)].join(' or ') }];
}

/** Everything in which `value` differs from `schema`, one entry per key, all at once. */
export function findSchemaProblems(file: string, schema: TSchema, value: unknown): ModelProblem[] {
  const byPath = Map.groupBy(Errors(schema, value)[1], (error) => error.instancePath);
  return [...byPath].flatMap(([path, errors]) => toProblems(file, path, errors));
}
