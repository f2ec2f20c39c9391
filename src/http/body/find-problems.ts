// SPDX-License-Identifier: Apache-2.0
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import type { FieldProblem } from '../../errors.ts';
import { toFieldProblems } from './to-field-problems.ts';

/** Twenty images with all their fields at fault, and some: TypeBox's default of 8 would cut the list. */
const maxProblems = 100;
Settings.Set({ maxErrors: maxProblems });

/** A check of documents against a schema: empty when the document fits, else one entry per field at fault. */
export function createFindProblems(schema: TSchema): (document: unknown) => readonly FieldProblem[] {
  const validator = Compile(schema);
  return (document) => (validator.Check(document) ? [] : toFieldProblems(validator.Errors(document), 'body'));
}
