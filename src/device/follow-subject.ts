// SPDX-License-Identifier: Apache-2.0
import type { HashSubject } from '../gate/subject-key.ts';
import type { ScorePoint } from '../record/severity-assessment.ts';
import { scoreChange } from '../scoring/score-change.ts';
import type { AssessmentStore } from '../store/assessments/assessment-store.ts';
import type { FindChange } from './assess-severity.ts';
import { isComparable } from './comparable-scores.ts';

export interface FollowSubjectDependencies {
  readonly assessments: Pick<AssessmentStore, 'listSeries'>;
  readonly hashSubject: HashSubject;
}

/** What became of a score, from the earlier ones that the request brings and those kept under the patient's key. */
export function createFindChange({ assessments, hashSubject }: FollowSubjectDependencies): FindChange {
  return async ({ accountId, subject, previous, system, form, bodySite, score }) => {
    const subjectHash = subject === null ? null : hashSubject(accountId, subject);
    const series =
      subjectHash === null
        ? []
        : await assessments.listSeries({ accountId, subjectHash }, { code: system.code });
    const kept = series.filter((point) => isComparable(point, { form, bodySite })).map(toScorePoint);
    const change = scoreChange(system, score, [...previous, ...kept]);
    return { subjectHash, change: change && { ...change, history: shorten(change.history) } };
  };
}

function toScorePoint({ value, atMs, answers }: ScorePoint): ScorePoint {
  return { value, atMs, answers };
}

/** A score a week for four years: more is read at /v1/evolution. */
const longestHistory = 200;

/** The baseline and the latest. */
function shorten(history: readonly ScorePoint[]): readonly ScorePoint[] {
  if (history.length <= longestHistory) return history;
  return [...history.slice(0, 1), ...history.slice(1 - longestHistory)];
}
