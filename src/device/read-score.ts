// SPDX-License-Identifier: Apache-2.0
import { listNearest } from '../catalogue/list-nearest.ts';
import type { FieldProblem } from '../errors.ts';
import type { AnswerTree, ScorePoint } from '../record/severity-assessment.ts';
import { holds } from '../scoring/bands.ts';
import { checkAnswers } from '../scoring/check-answers.ts';
import { chooseForm } from '../scoring/choose-form.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { toAnswerProblem } from './answer-problem.ts';
import { type FieldReading, mostProblems, toValueProblem } from './field-reading.ts';

/** A score that a request asks for. */
export interface RequestedScore {
  /** As sent. */
  readonly code: string;
  /** As sent; undefined where the door has found a fault in their place. */
  readonly answers: unknown;
  /** Earlier scores of the patient, their answers as sent. */
  readonly previous: readonly (Omit<ScorePoint, 'answers'> & { readonly answers: unknown })[];
}

/** A questionnaire with answers that fit it. */
export interface AnsweredForm {
  readonly system: ScoringSystem;
  readonly form: Form;
  readonly answers: AnswerTree;
  readonly previous: readonly ScorePoint[];
}

/** The system a request names and that is answered by a person. */
export function readSystem(code: string, systems: readonly ScoringSystem[]): FieldReading<ScoringSystem> {
  const loc = ['body', 'scoringSystem', code];
  const system = systems.find((each) => each.code === code);
  if (system?.input === 'questionnaire') return { value: system };
  if (system !== undefined) {
    const text = `${code} is read from a photograph: send it to /v1/severity-assessment/automatic/local`;
    return { problems: [toValueProblem(loc, text)] };
  }
  const known = systems.filter(({ input }) => input === 'questionnaire').map((each) => each.code);
  const nearest = listNearest(code, known) || `there are ${known.join(', ')}`;
  return { problems: [toValueProblem(loc, `there is no scoring system "${code}"; ${nearest}`)] };
}

/** The answers of a request and the earlier scores beside them, or every fault of both. */
export function readScore(system: ScoringSystem, requested: RequestedScore): FieldReading<AnsweredForm> {
  const above = ['body', 'scoringSystem', system.code];
  const form = chooseForm(system, requested.answers);
  const checked = checkAnswers(form, requested.answers);
  const loc = [...above, 'questionnaireResponse', 'item'];
  const problems = [
    ...(checked.faults ?? []).map((fault) => () => toAnswerProblem(fault, loc)),
    ...requested.previous.flatMap((point, index) =>
      findPointProblems(system, point, [...above, 'previous', index]),
    ),
  ];
  if (checked.faults !== undefined || problems.length > 0) {
    return { problems: problems.slice(0, mostProblems).map((describe) => describe()) };
  }
  const previous = requested.previous.map(({ answers, ...point }) => ({
    ...point,
    answers: valuesOf(system, answers),
  }));
  return { value: { system, form, answers: checked.values, previous } };
}

/** Described only when it is told: looking for the nearest spelling of thousands of items would take its time. */
type Undescribed = () => FieldProblem;

function findPointProblems(
  system: ScoringSystem,
  { value, answers }: RequestedScore['previous'][number],
  above: FieldProblem['loc'],
): readonly Undescribed[] {
  const { faults = [] } = answers === null ? {} : checkAnswers(chooseForm(system, answers), answers);
  const outside = () => toValueProblem([...above, 'value'], `Allowed for ${system.code}: ${system.range}`);
  return [
    ...(holds(system.range, value) ? [] : [outside]),
    ...faults.map((fault) => () => toAnswerProblem(fault, [...above, 'item'])),
  ];
}

function valuesOf(system: ScoringSystem, answers: unknown): AnswerTree | null {
  if (answers === null) return null;
  const checked = checkAnswers(chooseForm(system, answers), answers);
  return checked.faults === undefined ? checked.values : null;
}
