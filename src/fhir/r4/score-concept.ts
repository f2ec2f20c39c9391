// SPDX-License-Identifier: Apache-2.0
import type { CodeableConcept } from '@medplum/fhirtypes';
import type { R4Context } from './r4-context.ts';
import type { ScoredSeverity } from './severity-parts.ts';

/** A score by its form, and by the name that reports know it by where that is another. */
export function toScoreConcept({ severity, shown }: ScoredSeverity, { sources }: R4Context): CodeableConcept {
  const codes = new Set([severity.score.form, shown.code]);
  const coding = [...codes].map((code) => sources.terminology.coding('score', code));
  return { coding, text: shown.title };
}
