// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from '../catalogue/catalogue.ts';
import { nonSpecificFinding } from '../catalogue/conditions.ts';
import type { ClinicalIndicators, Conclusion } from '../record/diagnosis.ts';

/**
 * How probable it is that the patient has a condition, a pigmented or a malignant one, or one to be seen within 48
 * hours or 15 days: sums over the entries that the catalogue flags, the prior's share included. Each 0-1;
 * `highPriorityReferral` is never below `urgentReferral`.
 */
export function computeClinicalIndicators(
  conclusions: readonly Conclusion[],
  catalogue: Catalogue,
): ClinicalIndicators {
  const flagged = (flag: keyof Condition['flags']): number => {
    const mass = conclusions.reduce(
      (sum, { condition, probability }) => (catalogue.find(condition)?.flags[flag] ? sum + probability : sum),
      0,
    );
    return Math.min(1, mass);
  };
  const normal = conclusions.find(({ condition }) => condition === nonSpecificFinding)?.probability ?? 0;
  return {
    hasCondition: Math.max(0, 1 - normal),
    pigmentedLesion: flagged('pigmented'),
    malignancy: flagged('malignant'),
    urgentReferral: flagged('urgent'),
    highPriorityReferral: flagged('highPriority'),
  };
}
