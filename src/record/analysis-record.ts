// SPDX-License-Identifier: Apache-2.0
import type { Diagnosis, ImageDiagnosis } from './diagnosis.ts';

/** A diagnosis as it is kept: without heat maps and without photographs. */
export interface KeptDiagnosis extends Omit<Diagnosis, 'images'> {
  readonly images: readonly Omit<ImageDiagnosis, 'heatMaps'>[];
}

/** The durable trace of one answered analysis, written before the answer leaves. */
export interface AnalysisRecord {
  /** The `identifier.value` of the answer. */
  readonly id: string;
  readonly accountId: string;
  readonly kind: 'diagnosis-support';
  readonly createdAtMs: number;
  readonly softwareVersion: string;
  readonly result: KeptDiagnosis;
}

/** One line of a list of records: enough to find the one that is meant. */
export interface AnalysisSummary extends Omit<AnalysisRecord, 'result'> {
  readonly imageCount: number;
  /** Photographs that show skin in acceptable quality. */
  readonly validImageCount: number;
  /** First entry of the differential, null when there was none. The probability is rounded to one in a million. */
  readonly top: { readonly condition: string; readonly probability: number } | null;
}
