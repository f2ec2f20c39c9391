// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity } from '../../record/model-identity.ts';
import type { EarlierScore, ReportRecord, ReportSeverity } from '../../record/report-record.ts';
import type { KeptWithReport } from './kept-with-report.ts';

/** One line of a list of reports. */
export type ReportSummary = Pick<
  ReportRecord,
  'id' | 'companyId' | 'createdAtMs' | 'bodySite' | 'pathology' | 'softwareVersion'
>;

/** Which scores can be compared: of one patient, site and form. */
export interface EarlierQuery {
  readonly subjectHash: string;
  /** Identifier of the form, e.g. `apasiLocal`. */
  readonly form: string;
  /** Body site code. */
  readonly bodySite: string;
  /** Scores of this very moment are not earlier. */
  readonly beforeMs: number;
}

/** Where a report stands in time. */
export interface ReportPlace {
  readonly id: string;
  readonly createdAtMs: number;
}

/** The patient's reports next to one; null where it is the first or the last. */
export interface ReportNeighbours {
  readonly earlier: ReportPlace | null;
  readonly later: ReportPlace | null;
}

/** A report that may or may not be there. */
export interface NamedReport {
  readonly companyId: string;
  readonly reportId: string;
}

/** Scores that a report gets after it was made. */
export interface AddedSeverities {
  readonly severities: readonly ReportSeverity[];
  /** What they were read with. */
  readonly models: readonly ModelIdentity[];
}

/** The reports of all companies. Every query says whose: what is another's is as if it were not there. */
export interface ReportStore {
  /** Resolves when the report, and what is kept with it, would survive a power cut. Its pictures must be kept before. */
  add(record: ReportRecord, beside?: KeptWithReport): Promise<void>;
  /**
   * Adds scores to a report, and what is kept with them, in one stroke. Their pictures must be kept before.
   * False, and nothing is changed, when there is no such report, its pictures were erased, or it has one of the scores.
   */
  addSeverities(named: NamedReport, added: AddedSeverities, beside?: KeptWithReport): Promise<boolean>;
  find(companyId: string, id: string): Promise<ReportRecord | undefined>;
  /** Those that there are not, of a list of some hundreds. */
  missing(named: readonly NamedReport[]): Promise<readonly NamedReport[]>;
  /** Newest first, older than the report `before` where given; empty when the company has no such report. */
  list(companyId: string, limit: number, before?: string): Promise<readonly ReportSummary[]>;
  /** Oldest first; the latest 200 where there are more. */
  earlier(companyId: string, query: EarlierQuery): Promise<readonly EarlierScore[]>;
  /** Both null when the report is not this patient's. */
  neighbours(companyId: string, subjectHash: string, id: string): Promise<ReportNeighbours>;
  /** Removes the report and its scores; false when the company has no such report. Pictures are removed beside it. */
  remove(companyId: string, id: string): Promise<boolean>;
}
