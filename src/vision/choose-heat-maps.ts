// SPDX-License-Identifier: Apache-2.0
import type { ConditionReading } from './classify-condition.ts';

/** A heat map worth drawing: for whom, and which row of the net's maps. */
export interface ChosenMap {
  /** Catalogue slug, or `other`. */
  readonly condition: string;
  readonly row: number;
}

/** The answer shows maps for its first five entries. @source the reference API's documented answer */
const shownEntries = 5;

/**
 * Maps of the five strongest conditions, and the map of *other* when a condition that has only a share of its
 * mass could enter the first five.
 * @param priorPeak largest share of the *other* mass that a single catalogue entry can get, 0-1
 */
export function chooseHeatMaps(reading: ConditionReading, priorPeak: number): readonly ChosenMap[] {
  const { evidence, maps, otherLabelIndex, otherProbability } = reading;
  if (maps === undefined) return [];
  const wanted = evidence
    .slice(0, shownEntries)
    .map(({ condition, labelIndex }) => ({ condition, labelIndex }));
  const fifthProbability = evidence[shownEntries - 1]?.probability ?? 0;
  if (otherLabelIndex !== undefined && otherProbability * priorPeak >= fifthProbability) {
    wanted.push({ condition: 'other', labelIndex: otherLabelIndex });
  }
  return wanted.flatMap(({ condition, labelIndex }) => {
    const row = maps.rowOfLabel(labelIndex);
    return row === undefined ? [] : [{ condition, row }];
  });
}
