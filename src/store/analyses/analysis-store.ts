// SPDX-License-Identifier: Apache-2.0
import type { AnalysisRecord, AnalysisSummary } from '../../record/analysis-record.ts';

export interface AnalysisPage {
  readonly limit: number;
  /** Continue after this record id. */
  readonly after?: string;
}

/** The durable trace of answered analyses. */
export interface AnalysisStore {
  /** Resolves when the record would survive a power cut. Heat maps that are passed along are not kept. */
  keep(record: AnalysisRecord): Promise<void>;
  find(id: string): Promise<AnalysisRecord | undefined>;
  /** Newest first; empty when `after` is unknown. Results are not opened. */
  list(page: AnalysisPage): Promise<readonly AnalysisSummary[]>;
  count(): Promise<number>;
  /** For good. False where there is none. */
  erase(id: string): Promise<boolean>;
}
