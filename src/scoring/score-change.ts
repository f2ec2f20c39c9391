// SPDX-License-Identifier: Apache-2.0
import type { ScoreChange, ScorePoint } from '../record/severity-assessment.ts';
import { difference, product, ratio } from './exact.ts';
import type { ScoringSystem } from './scoring-system.ts';
import { specialResponses } from './special-responses.ts';

/**
 * What became of a score since the first one known. Null where none is known.
 * @param history earlier scores of the same form, in any order; those without a date count as older than all others, in
 * the order given
 */
export function scoreChange(
  system: ScoringSystem,
  current: ScorePoint,
  history: readonly ScorePoint[],
): ScoreChange | null {
  const ordered = history.toSorted((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0));
  const [baseline] = ordered;
  if (baseline === undefined) return null;
  const reductionPercent = reductionOf(system, baseline.value, current.value);
  return {
    baseline,
    reductionPercent,
    responses: [
      ...listResponses(system, reductionPercent),
      ...specialResponses(system.code, { baseline, current }),
    ],
    trend: trendOf(system, baseline.value, current.value),
    minimalImportantDifference: differenceOf(system, baseline.value, current.value),
    history: ordered,
  };
}

/**
 * 100 × (baseline − current) / baseline. Null for a baseline of 0, and for scales where higher is better: their points are
 * no quantity of disease that could fall by a share.
 */
function reductionOf({ direction }: ScoringSystem, baseline: number, current: number): number | null {
  if (baseline === 0 || direction === 'higherIsBetter') return null;
  return ratio(product(100, difference(baseline, current)), baseline);
}

function listResponses({ responses }: ScoringSystem, reduction: number | null): ScoreChange['responses'] {
  if (reduction === null) return [];
  return responses.map(({ name, reductionPercent }) => ({ name, isAchieved: reduction >= reductionPercent }));
}

function trendOf({ direction }: ScoringSystem, baseline: number, current: number): ScoreChange['trend'] {
  if (current === baseline) return 'unchanged';
  const isLower = current < baseline;
  return isLower === (direction === 'higherIsWorse') ? 'improved' : 'worsened';
}

function differenceOf(
  { minimalImportantDifference }: ScoringSystem,
  baseline: number,
  current: number,
): ScoreChange['minimalImportantDifference'] {
  if (minimalImportantDifference === null) return null;
  const { points } = minimalImportantDifference;
  return { points, isExceeded: Math.abs(difference(baseline, current)) >= points };
}
