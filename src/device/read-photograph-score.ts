// SPDX-License-Identifier: Apache-2.0
import { listNearest } from '../catalogue/list-nearest.ts';
import type { FieldProblem } from '../errors.ts';
import type { AnswerTree, ScorePoint } from '../record/severity-assessment.ts';
import { type AnswerFault, checkAnswers } from '../scoring/check-answers.ts';
import { chooseForm } from '../scoring/choose-form.ts';
import type { Items } from '../scoring/items.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { toAnswerProblem } from './answer-problem.ts';
import { countPresences } from './count-presences.ts';
import { type FieldReading, mostProblems, toValueProblem } from './field-reading.ts';
import { readPrevious } from './read-previous.ts';
import type { RequestedScore } from './read-score.ts';
import { type SeenScore, seenScores } from './seen-items.ts';

/** A score that is read off photographs, and how. */
export interface PhotographSystem {
  readonly system: ScoringSystem;
  readonly form: Form;
  readonly seen: SeenScore;
}

/** The same with the answers that no photograph shows. */
export interface AnsweredPhotograph extends PhotographSystem {
  readonly answers: AnswerTree;
  readonly previous: readonly ScorePoint[];
}

/** The system a request names and that is read off photographs. */
export function readPhotographSystem(
  code: string,
  systems: readonly ScoringSystem[],
): FieldReading<PhotographSystem> {
  const system = systems.find((each) => each.code === code);
  const seen = seenScores[code];
  if (system?.input === 'photograph' && seen !== undefined)
    return { value: { system, form: chooseForm(system, {}), seen } };
  const codes = systems.filter(({ input }) => input === 'photograph').map((each) => each.code);
  const text = system === undefined ? describeUnknownSystem(code, codes) : describeAnswered(code);
  return { problems: [toValueProblem(['body', 'scoringSystem', code], text)] };
}

/** What is said of a system that is none of those there are. */
export function describeUnknownSystem(code: string, known: readonly string[]): string {
  const nearest = listNearest(code, known) || `there are ${known.join(', ')}`;
  return `there is no scoring system "${code}" for photographs; ${nearest}`;
}

/** What is said of a system that no photograph is needed for. */
export function describeAnswered(code: string): string {
  return `${code} is answered by a person: send it to /v1/severity-assessment/manual`;
}

/** The answers of a request and the earlier scores beside them, or every fault of both. */
export function readPhotographScore(
  found: PhotographSystem,
  { answers, previous }: RequestedScore,
): FieldReading<AnsweredPhotograph> {
  const { system, form } = found;
  const checked = checkAnswers(form, answers);
  const loc = ['body', 'scoringSystem', system.code, 'questionnaireResponse', 'item'];
  const lenient = { ...form, items: allOptional(form.items) };
  const earlier = readPrevious(system, previous, (each) =>
    checkAnswers(lenient, countPresences(form.items, each), ['asked', 'seen']),
  );
  const problems = [
    ...(checked.faults ?? []).map((fault) => () => toPhotographProblem(fault, form, loc)),
    ...earlier.problems,
  ];
  if (checked.faults !== undefined || problems.length > 0)
    return { problems: problems.slice(0, mostProblems).map((describe) => describe()) };
  return { value: { ...found, answers: checked.values, previous: earlier.points } };
}

/** What is wrong with an answer; `above` is where the answers stand. What the photograph shows nobody may answer. */
export function toPhotographProblem(
  fault: AnswerFault,
  { items }: Pick<Form, 'items'>,
  above: FieldProblem['loc'],
): FieldProblem {
  const code = fault.path.at(-1) ?? '';
  const item = Object.hasOwn(items, code) ? items[code] : undefined;
  const isSeen = item !== undefined && item.kind !== 'group' && item.by === 'seen';
  if (fault.kind !== 'unknown' || !isSeen) return toAnswerProblem(fault, above);
  return toValueProblem([...above, ...fault.path], `${code} is read off the photograph; leave it out`);
}

/** Of an earlier score any part may be known. */
function allOptional(items: Items): Items {
  return Object.fromEntries(
    Object.entries(items).map(([code, item]) => [code, { ...item, required: false }]),
  );
}
