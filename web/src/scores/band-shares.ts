// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireBand } from '@openderm/contract';

type Bounds = Pick<QuestionnaireBand, 'from' | 'to'>;

/** Lengths in proportion: each band to where the next begins. A band without end is as long as all below it. */
export function bandShares(bands: readonly Bounds[]): readonly number[] {
  return bands.map(({ from, to }, at) => {
    const [before, next] = [bands[at - 1], bands[at + 1]];
    if (next !== undefined) return next.from - from;
    if (to === null) return from || 1;
    if (to > from) return to - from;
    // A single last number, such as grade 4: as long as the step before it.
    return before === undefined ? 1 : from - before.from;
  });
}
