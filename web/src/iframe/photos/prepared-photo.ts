// SPDX-License-Identifier: Apache-2.0
import type { MediaValidity } from '@openderm/contract';

/** What the browser measured before anything was sent; the server's verdict replaces it. */
export interface EarlyVerdict {
  /** 0-100. */
  readonly score: number;
  readonly isAcceptable: boolean;
  readonly reasons: MediaValidity['reasons'];
}

/** How much smaller a picture was made before it was sent. */
export interface ReducedSize {
  readonly fromBytes: number;
  readonly toBytes: number;
}

/** A chosen file as it will be sent, or why it will not. */
export type PreparedPhoto =
  | {
      readonly kind: 'ready';
      readonly bytes: Blob;
      readonly early: EarlyVerdict | null;
      readonly reduced: ReducedSize | null;
    }
  | { readonly kind: 'unusable'; readonly fault: string };

/** Looks at a file before it is sent. */
export type PreparePhoto = (file: Blob) => Promise<PreparedPhoto>;
