// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import type { AnswerTree, ScorePoint } from '../record/severity-assessment.ts';
import { holds } from '../scoring/bands.ts';
import type { Checked } from '../scoring/check-answers.ts';
import type { ScoringSystem } from '../scoring/scoring-system.ts';
import { toAnswerProblem } from './answer-problem.ts';
import { toValueProblem } from './field-reading.ts';

/** An earlier score of the patient, its answers as sent; null where only the score is known. */
export type EarlierScore = Omit<ScorePoint, 'answers'> & { readonly answers: unknown };

/** Described only when it is told: looking for the nearest spelling of thousands of items would take its time. */
export type Undescribed = () => FieldProblem;

/** Earlier scores as far as they could be read, and what is wrong with the rest. */
export interface EarlierScores {
  readonly points: readonly ScorePoint[];
  readonly problems: readonly Undescribed[];
}

/** The earlier scores of a request; `check` says whether answers fit. */
export function readPrevious(
  system: ScoringSystem,
  previous: readonly EarlierScore[],
  check: (answers: unknown) => Checked,
): EarlierScores {
  const read = previous.map(({ answers, ...point }, index) => {
    const checked = answers === null ? null : check(answers);
    const above = ['body', 'scoringSystem', system.code, 'previous', index];
    const outside = () => toValueProblem([...above, 'value'], `Allowed for ${system.code}: ${system.range}`);
    const problems = [
      ...(holds(system.range, point.value) ? [] : [outside]),
      ...(checked?.faults ?? []).map((fault) => () => toAnswerProblem(fault, [...above, 'item'])),
    ];
    return { problems, point: { ...point, answers: valuesOf(checked) } };
  });
  return {
    points: read.map(({ point }) => point),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function valuesOf(checked: Checked | null): AnswerTree | null {
  return checked === null || checked.faults !== undefined ? null : checked.values;
}
