// SPDX-License-Identifier: Apache-2.0
import type { Dermoscope } from '@openderm/contract';
import type { KeptDiagnosis } from './analysis-record.ts';
import type { ModelIdentity } from './model-identity.ts';
import type { AssessedPhotograph, PhotographScore } from './photograph-assessment.ts';

/** A picture kept with a report, re-encoded from pixels. */
export interface ReportMedia {
  /** UUIDv7; names the file. */
  readonly id: string;
  readonly role: 'photograph' | 'context' | 'heatMap' | 'explainability';
  readonly contentType: 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  /** Of the kept bytes, lower-case hex. */
  readonly sha256: string;
}

/** A picture with its bytes, on its way into the house. */
export interface NewReportMedia {
  readonly media: ReportMedia;
  readonly jpeg: Uint8Array;
}

export interface AnamnesisAnswer {
  readonly question: string;
  readonly answer: string;
}

/** The heat map of one of the first entries on one photograph. */
export interface ReportHeatMap {
  /** Which photograph, from 0. */
  readonly imageIndex: number;
  /** Catalogue slug. */
  readonly condition: string;
  readonly media: ReportMedia;
}

/** A score of the report's most telling photograph. */
export interface ReportSeverity {
  /** Without pictures. */
  readonly score: PhotographScore;
  /** The condition it was scored for: the pathology, or what a forced score presumes. Catalogue slug. */
  readonly condition: string;
  /** True where the integrator asked for it whatever the diagnosis. */
  readonly forced: boolean;
  /** Which photograph, from 0. */
  readonly imageIndex: number;
  readonly photograph: AssessedPhotograph;
  /** The photograph with what was found drawn on it; null where the score has no such picture. */
  readonly media: ReportMedia | null;
}

/** One diagnostic report of a company, as kept. Always preliminary. */
export interface ReportRecord {
  /** UUIDv7, used inside the house only: outside goes the sealed id. */
  readonly id: string;
  readonly companyId: string;
  readonly createdAtMs: number;
  readonly visitIdentifier: string | null;
  /** The integrator's JSON object as text, echoed as it came; null where none was given. */
  readonly extraData: string | null;
  /** Body site code, e.g. `headFront`. */
  readonly bodySite: string;
  readonly anamnesis: readonly AnamnesisAnswer[];
  /** With what the photographs were taken, in the integrator's words; nothing is presumed where nobody says so. */
  readonly dermoscope?: Dermoscope | null;
  /** Keyed hash of the integrator's key for the patient; null where none was given. */
  readonly subjectHash: string | null;
  /** The first entry of the differential where it crosses the company's threshold, else null. Catalogue slug. */
  readonly pathology: string | null;
  readonly diagnosis: KeptDiagnosis;
  /** True where nobody asked what it may be: there is no differential then, and no view shows a figure of one. */
  readonly severityOnly?: boolean;
  /** In the order of the request: one for each of `diagnosis.images`. */
  readonly images: readonly ReportMedia[];
  readonly contextImage: ReportMedia | null;
  readonly heatMaps: readonly ReportHeatMap[];
  readonly severities: readonly ReportSeverity[];
  readonly models: readonly ModelIdentity[];
  readonly softwareVersion: string;
}

/** Where the pictures and the report itself can be fetched for a while; made anew for each answer. */
export interface ReportLinks {
  /** Sealed id of the report. */
  readonly encryptedId: string;
  /** The report in the iframe; null without a valid app key. */
  readonly url: string | null;
  readonly pdf: string;
  /** The sheet for the person whose skin it is. */
  readonly patientPdf: string;
  /** By media id. */
  readonly media: ReadonlyMap<string, string>;
}

/** An earlier score of the same patient, site and form. */
export interface EarlierScore {
  readonly reportId: string;
  readonly createdAtMs: number;
  readonly value: number;
}
