// SPDX-License-Identifier: Apache-2.0
import type { FhirReport, RawReport } from '@openderm/contract';

/**
 * A view of a report as JSON text, the integrator's own data in it as the text it came as: values in memory round its
 * numbers and sort some of its keys.
 * @param extraData JSON text of an object; null where there is none
 */
export function writeReportView(view: RawReport | FhirReport, extraData: string | null): string {
  const fields = Object.entries(view).map(([key, value]) => {
    const text = key === 'extraData' && extraData !== null ? extraData : JSON.stringify(value);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{${fields.join(',')}}`;
}
