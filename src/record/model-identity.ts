// SPDX-License-Identifier: Apache-2.0

/** Which weights answered: printed in every result and kept with every record. */
export interface ModelIdentity {
  readonly name: string;
  readonly version: string;
  readonly task: ModelTask;
  /** SHA-256 of the weights, lower-case hex. */
  readonly sha256: string;
  /** SPDX id or `LicenseRef-...`, with the restriction in words. */
  readonly licence: { readonly id: string; readonly note: string; readonly commercialUse: boolean };
}

export type ModelTask =
  | 'condition-classification'
  | 'media-validity'
  | 'lesion-segmentation'
  | 'acne-detection';
