// SPDX-License-Identifier: Apache-2.0
import { maxImages } from '@openderm/contract';
import type { BodyLimits } from './read-body.ts';

const mebibyte = 1024 * 1024;

/** What a body with photographs may be; printed at /v1/limits. */
export const bodyLimits: BodyLimits = {
  /** Seventeen photographs of four mebibytes in base64. */
  maxBytes: 96 * mebibyte,
  maxImages,
  /** A 50-megapixel photograph at high quality. */
  maxImageBytes: 20 * mebibyte,
  /** JSON.parse of so much of the worst text takes some milliseconds, and requests carry a few kilobytes. */
  maxTextBytes: 128 * 1024,
  /** A request needs five levels; what is around it is ignored, not explored. */
  maxDepth: 64,
  /** A telephone on a bad line stalls for some seconds, not for half a minute. */
  maxIdleMs: 30_000,
};

/** All bodies in memory at once: two of the largest and some small ones beside them. */
export const bodiesInMemoryBytes = 256 * mebibyte;
