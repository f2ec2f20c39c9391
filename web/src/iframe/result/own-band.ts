// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';

type Severity = RawReport['result']['scoringSystems'][number]['score']['severity'];
export type Band = Severity['interpretations'][number];

/**
 * The band that a score lies in. Bands that meet share a number, and the report does not say whose it is: a band of that
 * single number goes first, then the one of the severity that the report gives, then the upper one.
 */
export function findOwnBand(value: number, { value: level, interpretations }: Severity): Band | undefined {
  const around = interpretations.filter(({ min, max }) => value >= min && value <= (max ?? value));
  return (
    around.find(({ min, max }) => min === max) ??
    around.findLast(({ coding }) => coding[0]?.code === level) ??
    // Between two bands of whole numbers: the score has passed the lower one.
    interpretations.findLast(({ min }) => value >= min)
  );
}
