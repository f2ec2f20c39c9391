// SPDX-License-Identifier: Apache-2.0
import type { Observation } from '@medplum/fhirtypes';
import { toQuantity } from './figure-components.ts';
import { toObservationBase } from './observation-base.ts';
import type { Part, R4Context } from './r4-context.ts';
import { toScoreConcept } from './score-concept.ts';
import type { ScoredSeverity } from './severity-parts.ts';

/** Earlier scores of the same patient, body site and form, each with the id of its report. */
export function toEarlierParts(scored: ScoredSeverity, context: R4Context): readonly Part<Observation>[] {
  const { encounter: _, ...base } = { encounter: undefined, ...toObservationBase(context) };
  const system = context.sources.canonical.identifiers('report');
  return (scored.shown.history ?? []).map(({ diagnosticReportId, issued, value }, index) => ({
    name: `earlier-${scored.index}-${index}`,
    resource: {
      ...base,
      identifier: [{ system, value: diagnosticReportId }],
      code: toScoreConcept(scored, context),
      effectiveDateTime: issued,
      issued,
      valueQuantity: toQuantity(value, 'score'),
    },
  }));
}
