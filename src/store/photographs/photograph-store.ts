// SPDX-License-Identifier: Apache-2.0

/** Photographs of answered analyses, where the operator chose to keep them. */
export interface PhotographStore {
  /**
   * Keeps the photographs of one analysis, in the order of the request, as JPEG files without metadata. Resolves when
   * they would survive a power cut; an analysis that is never recorded leaves files that nothing refers to.
   */
  keep(analysisId: string, photographs: readonly Uint8Array[]): Promise<void>;
  /** Resolves when they would stay away after a power cut; nothing happens where there are none. */
  remove(analysisId: string): Promise<void>;
}
