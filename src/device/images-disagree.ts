// SPDX-License-Identifier: Apache-2.0
import type { Conclusion, ImageDiagnosis } from '../record/diagnosis.ts';
import { measureEntropy } from './measure-entropy.ts';

/**
 * Divergence from which photographs are said to disagree, in bits. Two pictures that each put a probability p on what
 * the other excludes, and share the rest, diverge by exactly p bits: half a bit is where more than half of each answer
 * is denied by the other. Our own choice.
 */
const disagreementBits = 0.5;

/**
 * Whether photographs of one request tell different stories: their first entries differ, at least one of these rests
 * on what is seen, and the differentials diverge. A single dissenter among nine or more does not count: a series of
 * the whole body shows different things.
 */
export function imagesDisagree(
  counted: readonly ImageDiagnosis[],
  aggregated: readonly Conclusion[],
): boolean {
  const firsts = counted.flatMap(({ conclusions }) => conclusions.slice(0, 1));
  const isDivided = new Set(firsts.map(({ condition }) => condition)).size > 1;
  if (!isDivided || firsts.every(({ evidence }) => evidence === 'prior')) return false;
  return measureDivergenceBits(counted, aggregated) > disagreementBits;
}

/**
 * How far several differentials are apart: 0 when they are the same, log2 of their number when they exclude each other.
 * @source Lin 1991, IEEE Trans Inf Theory 37:145-151, doi 10.1109/18.61115, generalised Jensen-Shannon divergence
 * with equal weights: entropy of the mean less the mean of the entropies
 */
function measureDivergenceBits(
  counted: readonly ImageDiagnosis[],
  aggregated: readonly Conclusion[],
): number {
  const entropies = counted.map(({ performance }) => performance.entropy);
  const meanEntropy = entropies.reduce((sum, entropy) => sum + entropy, 0) / counted.length;
  return (measureEntropy(aggregated) - meanEntropy) * Math.log2(aggregated.length);
}
