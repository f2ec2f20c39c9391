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
