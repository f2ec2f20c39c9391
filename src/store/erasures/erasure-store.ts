// SPDX-License-Identifier: Apache-2.0
import type { AuditEntry } from '../../record/audit-entry.ts';

/** A report whose files are still to be removed. */
export interface UnfinishedErasure {
  readonly companyId: string;
  readonly reportId: string;
}

/** What is to go: found here, and forgotten in steps that a crash may come between. Rows go first, files after them. */
export interface ErasureStore {
  /** Ids of reports made before a moment, oldest first. */
  listReports(companyId: string, beforeMs: number, limit: number): Promise<readonly string[]>;
  /** The same of reports that still have their pictures. */
  listWithPictures(companyId: string, beforeMs: number, limit: number): Promise<readonly string[]>;
  /** Ids of all reports of a patient, oldest first. */
  listOfSubject(companyId: string, subjectHash: string): Promise<readonly string[]>;
  /**
   * Erases a report's rows, the news of it and the answers that would repeat it; its files are then unfinished. False when
   * the company has no such report.
   */
  eraseReport(companyId: string, id: string, audit: AuditEntry): Promise<boolean>;
  /** Notes that the pictures of a report are to go; the report stays. False where they went before, or it is not there. */
  erasePictures(companyId: string, id: string, audit: AuditEntry): Promise<boolean>;
  listUnfinished(limit: number): Promise<readonly UnfinishedErasure[]>;
  /** The files are gone. */
  finish(reportIds: readonly string[]): Promise<void>;
  /**
   * Leaves nothing of erased rows in the database's own files, as far as that is this program's to decide; false where
   * somebody was reading, and it has to be asked again.
   */
  scrub(): Promise<boolean>;
}
