// SPDX-License-Identifier: Apache-2.0
import type { NewReportMedia } from '../../record/report-record.ts';

/**
 * The pictures of reports, by company, report and picture: a folder or a bucket. Ids are UUIDs in lower case; what does not
 * look like one names nothing.
 * Beside what each says, all throw DeviceError `notReady` while the place does not answer, and `keep` `storageFull`.
 */
export interface MediaStore {
  /**
   * Resolves when all would survive a power cut. To be done before the report is recorded: a report that never is leaves
   * files that nothing refers to, and no report refers to a file that is not there. When it fails nothing is left behind,
   * unless the place itself is gone.
   * @throws TypeError when an id is no UUID
   */
  keep(companyId: string, reportId: string, media: readonly NewReportMedia[]): Promise<void>;
  /** Removes what came to nothing; what somebody else keeps for the same report stays. Strangers and what is gone do no harm. */
  takeBack(companyId: string, reportId: string, media: readonly NewReportMedia[]): Promise<void>;
  /** The JPEG; undefined where there is none. */
  read(companyId: string, reportId: string, mediaId: string): Promise<Uint8Array | undefined>;
  /** Removes all pictures of the report; nothing happens where there are none. */
  remove(companyId: string, reportId: string): Promise<void>;
  /** Every report that has files here, complete or not, in no particular order. */
  listReports(): AsyncIterable<ReportFiles>;
  /** Notes whose the place is, unless that is noted already; what is noted. Nothing is ever kept or read by it. */
  mark(own: string): Promise<string>;
  /** Resolves when pictures could be kept. */
  ping(): Promise<void>;
  close(): void;
}

/** The files of a report, whether or not there is a record of it. */
export interface ReportFiles {
  readonly companyId: string;
  readonly reportId: string;
  /** When the newest was written, by the clock of the place; milliseconds since the epoch. */
  readonly newestAtMs: number;
}
