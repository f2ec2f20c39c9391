// SPDX-License-Identifier: Apache-2.0
import type { ReportLocale } from './company.ts';
import type { MediaValidity } from './image-analysis.ts';

/** One spot that somebody points at, or anything else: a rash, a wound, hair, a region. */
export type Concern = 'spot' | 'other';

/** What the page's address asked for. */
export interface DraftWishes {
  readonly visitIdentifier: string | null;
  /** JSON text of an object, echoed in the report. */
  readonly extraData: string | null;
  /** Catalogue slug of what is known of the patient; scores made for it are counted. */
  readonly knownCondition?: string | null;
  /** Codes of scoring systems, counted whatever the diagnosis. */
  readonly forced: readonly string[];
  readonly locale: ReportLocale;
  /** Plain words, next step first, no raw percentages. */
  readonly isForPatient: boolean;
  /** False: only the host sees the result. */
  readonly showsResult: boolean;
  /** False: only severity is of interest. */
  readonly wantsDiagnosis: boolean;
  /** Where the report is pushed in place of the company's own address; one that the company allows. */
  readonly callbackUrl: string | null;
  /** True: a report that names a pathology is not sent before its severity is known. */
  readonly waitsForSeverity?: boolean;
}

export interface DraftAnswer {
  /** Id of the company's question. */
  readonly id: string;
  readonly answer: string;
}

/** What the person on the page said so far. */
export interface DraftAnswers {
  readonly concern: Concern | null;
  /** Body site code. */
  readonly bodySite: string | null;
  readonly anamnesis: readonly DraftAnswer[];
}

/** A photograph that is, or was, on its way. */
export interface DraftPhoto {
  /** UUID, made by the page so that a lost answer does no harm. */
  readonly id: string;
  readonly role: 'photograph' | 'context';
  readonly totalBytes: number;
  /** Null until all of it is here and was looked at. */
  readonly verdict: PhotoVerdict | null;
}

/** What the first look at a photograph found: its validity, or the code of the error why it cannot be read. */
export type PhotoVerdict =
  | {
      readonly kind: 'read';
      readonly validity: MediaValidity;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | { readonly kind: 'unreadable'; readonly code: string };

/** A report that somebody is making on a page. Forgotten when it expires, with its photographs. */
export interface Draft {
  /** UUIDv7; the report that comes of it has the same, so that there is one at most. */
  readonly id: string;
  readonly companyId: string;
  /** SHA-256 of the app key it was begun with, for the audit log. */
  readonly appKeyHash: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  /** Grows with every change. */
  readonly revision: number;
  readonly wishes: DraftWishes;
  readonly answers: DraftAnswers;
  /** In the order in which the person put them. */
  readonly photos: readonly DraftPhoto[];
  /** True once the report was made. */
  readonly isDone: boolean;
}
