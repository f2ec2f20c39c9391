// SPDX-License-Identifier: Apache-2.0
import { presentFrom } from '../count-present.ts';
import type { Mask } from '../eye.ts';
import { fillMask } from '../fill-mask.ts';
import { labelRegions, paintRegions } from '../label-regions.ts';

/** Smaller spots than this share of the picture are glints, scales and single hairs. Our own convention: 11 x 11 pixels of 512 x 512 */
const leastShare = 0.0005;

/** The mask with its specks taken below what counts as present. */
export function dropSpecks({ values, widthPx, heightPx }: Mask): Mask {
  const marked = fillMask(values, (value) => (value >= presentFrom ? 1 : 0));
  const leastPx = leastShare * values.length;
  const found = labelRegions(marked, { widthPx, heightPx });
  const isSpeck = paintRegions(found, ({ areaPx }) => (areaPx < leastPx ? 1 : 0));
  const kept = fillMask(values, (value, at) => (isSpeck[at] ? presentFrom - 1 : value));
  return { values: kept, widthPx, heightPx };
}
