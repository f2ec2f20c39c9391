// SPDX-License-Identifier: Apache-2.0
import type { EarlierScore, ReportLinks, ReportRecord } from '../../record/report-record.ts';

/** An earlier score of the same patient, body site and form, its report by the id that goes over the wire. */
export interface ShownEarlierScore extends Omit<EarlierScore, 'reportId'> {
  readonly encryptedId: string;
}

/** A report with what is made anew for each reader. */
export interface ShownReport {
  readonly record: ReportRecord;
  readonly links: ReportLinks;
  /** By form, e.g. `apasiLocal`, in any order; a form without earlier scores may be missing. */
  readonly earlier: ReadonlyMap<string, readonly ShownEarlierScore[]>;
}
