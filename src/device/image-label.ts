// SPDX-License-Identifier: Apache-2.0

/** What the caller said about a photograph, echoed in the answer. */
export interface ImageLabel {
  readonly title: string | null;
  readonly contentType: string | null;
}
