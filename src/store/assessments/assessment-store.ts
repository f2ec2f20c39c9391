// SPDX-License-Identifier: Apache-2.0
import type { AssessmentRecord } from '../../record/assessment-record.ts';
import type { SeriesPoint } from '../../record/severity-assessment.ts';

/** Whose scores: one account's patient, by a keyed hash. */
export interface SubjectKey {
  readonly accountId: string;
  readonly subjectHash: string;
}

/** A part of a list. */
export interface RecordPage {
  readonly limit: number;
  /** Continue after this record id. */
  readonly after?: string;
}

/** The durable trace of answered severity assessments. */
export interface AssessmentStore {
  /** Resolves when the record would survive a power cut. */
  keep(record: AssessmentRecord): Promise<void>;
  find(id: string): Promise<AssessmentRecord | undefined>;
  /** Newest first; empty when `after` is unknown. */
  list(page: RecordPage): Promise<readonly AssessmentRecord[]>;
  /** A patient's scores, oldest first; of one system where `code` is given. Another account's patient has none. */
  listSeries(subject: SubjectKey, filter?: { readonly code?: string }): Promise<readonly SeriesPoint[]>;
  /** The ids of a patient's assessments, in no order. */
  listOfSubject(subject: SubjectKey): Promise<readonly string[]>;
  /** For good, with its scores in the patient's series. False where there is none. */
  erase(id: string): Promise<boolean>;
}
