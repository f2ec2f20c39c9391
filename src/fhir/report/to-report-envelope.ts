// SPDX-License-Identifier: Apache-2.0
import type { ReportRecord } from '../../record/report-record.ts';

/** A view in the envelope of the reference, whose message names the report by its internal id. */
export function toReportEnvelope<View>({ id }: Pick<ReportRecord, 'id'>, data: View) {
  return { success: true as const, message: `Diagnostic report <${id}>`, data, errorCode: null };
}
