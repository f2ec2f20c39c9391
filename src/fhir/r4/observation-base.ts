// SPDX-License-Identifier: Apache-2.0
import type { Observation } from '@medplum/fhirtypes';
import { toReportInstant } from '../report/to-report-instant.ts';
import { imaging } from './foreign-systems.ts';
import { aboutVisit, asserted, type R4Context, referToSingle } from './r4-context.ts';

/** What every observation of the device says. */
export function toObservationBase(context: R4Context): Omit<Observation, 'code'> {
  const issued = toReportInstant(context.report.record.createdAtMs);
  return {
    resourceType: 'Observation',
    ...asserted(context),
    status: 'preliminary',
    category: [{ coding: [imaging] }],
    ...aboutVisit(context),
    effectiveDateTime: issued,
    issued,
    performer: [referToSingle('company', context)],
    device: referToSingle('device', context),
  };
}
