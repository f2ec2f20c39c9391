// SPDX-License-Identifier: Apache-2.0

/** Languages of the pages. */
export type Language = 'en' | 'es';
