// SPDX-License-Identifier: Apache-2.0
import type { ReadingMethod } from '../../../record/severity-reading.ts';
import { presentFrom } from '../count-present.ts';
import type { Mask } from '../eye.ts';
import { labelRegions, paintRegions } from '../label-regions.ts';

/** The wound of a picture. */
export interface FoundWound {
  /** 0-255 per pixel. */
  readonly probability: Uint8Array;
  /** 0 or 1 per pixel, specks left out. */
  readonly wound: Uint8Array;
  readonly areaPx: number;
  readonly method: ReadingMethod;
}

/** Regions smaller than this share of the picture are specks. Our own convention: about 9 pixels across in 512 */
const leastShare = 0.0003;

/** Keeps what is large enough and at least half sure. */
export function keepWounds(map: Mask, method: ReadingMethod): FoundWound {
  const marked = map.values.map((value) => (value >= presentFrom ? 1 : 0));
  const leastPx = leastShare * marked.length;
  const wound = paintRegions(labelRegions(marked, map), ({ areaPx }) => (areaPx >= leastPx ? 1 : 0));
  const areaPx = wound.reduce((sum, value) => sum + value, 0);
  return { probability: map.values, wound, areaPx, method };
}
