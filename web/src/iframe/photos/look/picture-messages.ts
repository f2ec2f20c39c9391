// SPDX-License-Identifier: Apache-2.0
import type { EarlyVerdict, PreparedPhoto } from '../prepared-photo.ts';
import type { FileRules } from './prepare-file.ts';

/** What the page asks its worker. */
export type PictureQuestion =
  | {
      readonly kind: 'prepare';
      readonly id: number;
      readonly file: Blob;
      readonly rules: FileRules;
      readonly bitmap: ImageBitmap | undefined;
    }
  | {
      readonly kind: 'look';
      readonly id: number;
      readonly bitmap: ImageBitmap;
      readonly acceptableFrom: number;
    };

/** What it answers; `answer` null where something in the browser does not work. */
export type PictureAnswer = { readonly id: number } & (
  | { readonly kind: 'prepare'; readonly answer: PreparedPhoto | null }
  | { readonly kind: 'look'; readonly answer: EarlyVerdict | null }
);
