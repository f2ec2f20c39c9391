// SPDX-License-Identifier: Apache-2.0
import type { Company } from '../record/company.ts';
import type { EarlierScore, ReportRecord } from '../record/report-record.ts';
import type { Paper } from './paper.ts';
import type { ReportWords } from './report-words.ts';

/** By form, e.g. `apasiLocal`. */
export type EarlierScores = ReadonlyMap<string, readonly Omit<EarlierScore, 'reportId'>[]>;

/** What every part of a report is printed from, and on. */
export interface Printing {
  readonly paper: Paper;
  readonly words: ReportWords;
  readonly record: ReportRecord;
  readonly company: Company;
  /** JPEGs by media id; what is missing here is no longer kept. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly earlier: EarlierScores;
  /** Where the report can be opened; null where it cannot. */
  readonly link: string | null;
  /** Milliseconds since the epoch: when it was printed. */
  readonly issued: number;
}
