// SPDX-License-Identifier: Apache-2.0
import type { DiagnosticReport, Media, Provenance } from '@medplum/fhirtypes';
import { toReportInstant } from '../report/to-report-instant.ts';
import { filled } from './fhir-text.ts';
import { assembler } from './foreign-systems.ts';
import { asserted, type Part, type R4Context, referTo, referToSingle } from './r4-context.ts';

/** Who made the report, when, and of what. */
export function toProvenancePart(
  report: Part<DiagnosticReport>,
  photographs: readonly Part<Media>[],
  context: R4Context,
): Part<Provenance> {
  const resource: Provenance = {
    resourceType: 'Provenance',
    ...asserted(context),
    target: [referTo(report, context)],
    recorded: toReportInstant(context.report.record.createdAtMs),
    agent: [
      {
        type: { coding: [assembler] },
        who: referToSingle('device', context),
        onBehalfOf: referToSingle('company', context),
      },
    ],
    ...filled(
      'entity',
      photographs.map((part) => ({ role: 'source' as const, what: referTo(part, context) })),
    ),
  };
  return { name: 'provenance', resource };
}
