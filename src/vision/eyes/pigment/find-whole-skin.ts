// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../pixel-image.ts';
import { labelRegions } from '../label-regions.ts';

/** Mean of the brightest channel from which on an enclosed place is pale skin and no hole. Our own convention */
const paleLevel = 130;

/**
 * The skin with its palest patches, 0 or 255: chalk white skin has the colour of paper, but skin around it, so pale
 * places that skin encloses are skin too.
 */
export function findWholeSkin(image: PixelImage, skin: Uint8Array): Uint8Array {
  const { widthPx, heightPx, pixelsHwc } = image;
  const gaps = Uint8Array.from(skin, (value) => (value < 128 ? 1 : 0));
  const { labels, regions } = labelRegions(gaps, image);
  const brightness = new Float64Array(regions.length + 1);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number;
    if (label === 0) continue;
    const brightest = Math.max(pixelsHwc[3 * at] as number, pixelsHwc[3 * at + 1] as number);
    brightness[label] = (brightness[label] as number) + brightest;
  }
  const isSkin = regions.map(({ x1, y1, x2, y2, areaPx }, at) => {
    const touchesRim = x1 === 0 || y1 === 0 || x2 >= widthPx || y2 >= heightPx;
    return !touchesRim && (brightness[at + 1] as number) > paleLevel * areaPx;
  });
  return Uint8Array.from(labels, (label) => (label === 0 || isSkin[label - 1] === true ? 255 : 0));
}
