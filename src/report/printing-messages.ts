// SPDX-License-Identifier: Apache-2.0

/** What the printing thread answers: the document, or why there is none. */
export type PrintingAnswer = { readonly pdf: Uint8Array } | { readonly failure: string };
