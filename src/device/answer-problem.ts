// SPDX-License-Identifier: Apache-2.0
import { listNearest } from '../catalogue/list-nearest.ts';
import type { FieldProblem } from '../errors.ts';
import type { AnswerFault } from '../scoring/check-answers.ts';
import type { Item, Measure } from '../scoring/items.ts';
import { toValueProblem } from './field-reading.ts';

/** What is wrong with an answer and what would be right; `above` is where the answers stand in the request. */
export function toAnswerProblem(fault: AnswerFault, above: FieldProblem['loc']): FieldProblem {
  const loc = [...above, ...fault.path];
  const code = fault.path.at(-1) ?? 'item';
  switch (fault.kind) {
    case 'missing':
      return { type: 'missing', msg: 'Field required', loc };
    case 'notAGroup':
      return { type: 'type_error', msg: 'Input should be a valid object', loc };
    case 'unknown':
      return toValueProblem(loc, describeUnknown(code, fault.known ?? []));
    case 'twice':
      return toValueProblem(loc, `${code} is given under two names; send one`);
    default:
      return toValueProblem(loc, `Allowed for ${code}: ${describeAllowed(fault.item)}`);
  }
}

function describeUnknown(code: string, known: readonly string[]): string {
  const nearest = listNearest(code, known);
  const all = known.length === 0 ? 'nothing is asked here' : `there are ${known.join(', ')}`;
  return [`there is no item "${code}"`, nearest, all].filter(Boolean).join('; ');
}

/** What a question takes, e.g. "0, 1, 2, 3, 4" or "whole numbers from 0". */
export function describeAllowed(item: Item | undefined): string {
  if (item?.kind === 'choice') return item.options.map(({ value }) => value).join(', ');
  if (item?.kind === 'measure') return describeBounds(item);
  return 'an answer of the questionnaire';
}

function describeBounds({ minimum, maximum, decimals }: Measure): string {
  const numbers = decimals === 0 ? 'whole numbers' : `numbers of at most ${decimals} decimals`;
  return `${numbers} from ${minimum}${maximum === null ? '' : ` to ${maximum}`}`;
}
