// SPDX-License-Identifier: Apache-2.0
import type { QualityRules } from '../../quality/quality-rules.ts';

/** What a page may know before it sends a photograph. */
export interface PhotoRules {
  /** Beside them there may be one that shows the place. */
  readonly maxPhotos: number;
  readonly maxPhotoBytes: number;
  /** Width times height. */
  readonly maxPixels: number;
  /** Lowest quality score, 0-100, that is acceptable. */
  readonly acceptableFrom: number;
  /** What the score is made of. */
  readonly quality: QualityRules;
}
