// SPDX-License-Identifier: Apache-2.0
import type { ScoreChange as ScoreChangeBlock } from '@openderm/contract';
import type { ScoreChange, ScorePoint } from '../record/severity-assessment.ts';
import { toIssued } from './to-issued.ts';

/** What happened to a score, as the answer prints it. */
export function toScoreChange(change: ScoreChange): ScoreChangeBlock {
  const difference = change.minimalImportantDifference;
  return {
    baseline: toEarlierScore(change.baseline),
    reductionPercent: change.reductionPercent,
    responses: change.responses.map(({ name, isAchieved }) => ({ name, achieved: isAchieved })),
    trend: change.trend,
    minimalImportantDifference:
      difference === null ? null : { points: difference.points, exceeded: difference.isExceeded },
    history: change.history.map(toEarlierScore),
  };
}

function toEarlierScore({ value, atMs }: ScorePoint) {
  return { value, issued: atMs === null ? null : toIssued(atMs) };
}
