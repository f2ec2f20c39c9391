// SPDX-License-Identifier: Apache-2.0
import type { Conclusion } from '../record/diagnosis.ts';

/**
 * How undecided a differential is: 0 when one entry has everything, 1 when all are equal.
 * @source Shannon 1948, Bell Syst Tech J 27:379-423, section 6; over ln(K), K being the number of entries
 */
export function measureEntropy(conclusions: readonly Conclusion[]): number {
  if (conclusions.length < 2) return 0;
  const nats = conclusions.reduce(
    (sum, { probability }) => (probability > 0 ? sum - probability * Math.log(probability) : sum),
    0,
  );
  return Math.min(1, Math.max(0, nats / Math.log(conclusions.length)));
}
