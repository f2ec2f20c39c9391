// SPDX-License-Identifier: Apache-2.0
import type { Conclusion } from '../record/diagnosis.ts';

/**
 * Most probable first. Among equals what the image speaks for goes before what only the prior does; then the order
 * given, which is the catalogue's, so that the same picture always gets the same list.
 */
export function rankConclusions(conclusions: readonly Conclusion[]): readonly Conclusion[] {
  const order = (conclusion: Conclusion): number => (conclusion.evidence === 'image' ? 0 : 1);
  return conclusions.toSorted((a, b) => b.probability - a.probability || order(a) - order(b));
}

/** Share of the differential that the image itself speaks for, 0-1. */
export function imageEvidenceOf(conclusions: readonly Conclusion[]): number {
  const mass = conclusions.reduce(
    (sum, { probability, evidence }) => (evidence === 'image' ? sum + probability : sum),
    0,
  );
  return Math.min(1, mass);
}
