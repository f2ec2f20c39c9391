// SPDX-License-Identifier: Apache-2.0
import type { AnalysisRecord } from '../../record/analysis-record.ts';

export interface AnalysisPage {
  readonly limit: number;
  /** Continue after this record id. */
  readonly after?: string;
}

/** The durable trace of answered analyses. */
export interface AnalysisStore {
  /** Resolves when the record would survive a power cut. */
  keep(record: AnalysisRecord): Promise<void>;
  find(id: string): Promise<AnalysisRecord | undefined>;
  /** Newest first. */
  list(page: AnalysisPage): Promise<readonly AnalysisRecord[]>;
  count(): Promise<number>;
}
