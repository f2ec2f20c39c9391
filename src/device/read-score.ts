// SPDX-License-Identifier: Apache-2.0
import { listNearest } from '../catalogue/list-nearest.ts';
import type { AnswerTree, ScorePoint } from '../record/severity-assessment.ts';
import { checkAnswers } from '../scoring/check-answers.ts';
import { chooseForm } from '../scoring/choose-form.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { toAnswerProblem } from './answer-problem.ts';
import { type FieldReading, mostProblems, toValueProblem } from './field-reading.ts';
import { readPrevious } from './read-previous.ts';

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
  const earlier = readPrevious(system, requested.previous, (answers) =>
    checkAnswers(chooseForm(system, answers), answers),
  );
  const problems = [
    ...(checked.faults ?? []).map((fault) => () => toAnswerProblem(fault, loc)),
    ...earlier.problems,
  ];
  if (checked.faults !== undefined || problems.length > 0) {
    return { problems: problems.slice(0, mostProblems).map((describe) => describe()) };
  }
  return { value: { system, form, answers: checked.values, previous: earlier.points } };
}
