// SPDX-License-Identifier: Apache-2.0
import type { Diagnosis } from '../record/diagnosis.ts';

/** What the caller said about a photograph, echoed in the answer. */
export interface ImageLabel {
  readonly title: string | null;
  readonly contentType: string | null;
}

/** One request being answered: photographs are read while the body is still arriving. */
export interface DiagnosisInProgress {
  /** Starts reading the next photograph (base64 text as on the wire); returns its number, from 0. */
  addImage(base64: Uint8Array): number;
  /**
   * Waits for all readings, keeps the record, returns the diagnosis.
   * `images` names the photographs that belong to the request, in order, by their number.
   * @throws DeviceError what the reader throws, with `imageIndex`
   */
  finish(images: readonly (ImageLabel & { readonly imageNumber: number })[]): Promise<Diagnosis>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

export interface Diagnose {
  start(accountId: string): DiagnosisInProgress;
}
