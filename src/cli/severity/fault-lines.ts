// SPDX-License-Identifier: Apache-2.0
import type { AnswerFault } from '../../scoring/check-answers.ts';
import type { Item, Leaf } from '../../scoring/items.ts';
import type { Form } from '../../scoring/scoring-system.ts';
import { allowedWords } from './allowed-words.ts';
import type { Clinic, Place } from './clinic.ts';
import { answerAt } from './questions.ts';

/** Answers that do not fit a form. */
export interface Misfit {
  readonly form: Form;
  readonly answers: unknown;
}

/** Each fault on a line: the item, what is wrong with it, what is allowed. */
export function faultLines(
  faults: readonly AnswerFault[],
  misfit: Misfit,
  clinic: Clinic,
): readonly string[] {
  return faults.map((fault) => {
    const where = fault.path.join('.');
    const what = faultWords(fault, misfit, clinic);
    return where === '' ? what : `${where}: ${what}`;
  });
}

function faultWords(fault: AnswerFault, { form, answers }: Misfit, clinic: Clinic): string {
  const { word } = clinic;
  const { kind, path, item, known = [] } = fault;
  if (kind === 'unknown') return word('cli.fault.unknown', nearestWords(path.at(-1) ?? '', known, clinic));
  const allowed = item === undefined ? '' : allowedFor({ form, path, item }, clinic);
  if (kind === 'missing') return word('cli.fault.missing', allowed);
  if (kind === 'twice') return word('cli.fault.twice');
  if (kind === 'notAllowed')
    return `${shown(answerAt(answers, path))} ${word('cli.fault.notAllowed', allowed)}`;
  return word('cli.fault.notAGroup');
}

/** The spellings that look like it; where none does, all there are. */
function nearestWords(wanted: string, known: readonly string[], { findNearest }: Clinic): string {
  const near = findNearest(wanted, known);
  return (near.length > 0 ? near : known).join(', ');
}

function allowedFor(place: Place, clinic: Clinic): string {
  return isLeaf(place) ? allowedWords(place, clinic) : '';
}

function isLeaf(place: Place): place is Place<Leaf> {
  const kind: Item['kind'] = place.item.kind;
  return kind !== 'group';
}

function shown(answer: unknown): string {
  return JSON.stringify(answer) ?? '';
}
