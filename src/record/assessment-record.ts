// SPDX-License-Identifier: Apache-2.0
import type { GlobalAssessment, LocalAssessment } from './photograph-assessment.ts';
import type { SeverityAssessment } from './severity-assessment.ts';

/** What every assessment leaves behind, whoever or whatever gave the answers. */
interface RecordOf<Kind extends string, Result> {
  readonly id: string;
  readonly accountId: string;
  readonly kind: Kind;
  /** Keyed hash of the integrator's key for the patient; null where none was given. The key itself is never kept. */
  readonly subjectHash: string | null;
  readonly createdAtMs: number;
  readonly softwareVersion: string;
  readonly result: Result;
}

/** Answers that a person gave. */
export type ManualRecord = RecordOf<'severity-manual', SeverityAssessment>;

/** One photograph of one site; without pictures. */
export type LocalRecord = RecordOf<'severity-local', LocalAssessment>;

/** Photographs of several sites; without pictures. */
export type GlobalRecord = RecordOf<'severity-global', GlobalAssessment>;

/** The durable trace of one assessment, written before the answer leaves. */
export type AssessmentRecord = ManualRecord | LocalRecord | GlobalRecord;
