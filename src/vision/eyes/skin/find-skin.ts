// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { measureIndices, type SkinIndices } from '../colour/skin-indices.ts';
import type { Mask } from '../eye.ts';
import { fillMask } from '../fill-mask.ts';
import { labelRegions, paintRegions, type Region } from '../label-regions.ts';
import { oncePerPicture } from '../once-per-picture.ts';
import { smoothMap } from '../smooth-map.ts';
import { dropDull } from './drop-dull.ts';

/**
 * Chrominance of skin of any tone, widened towards red for inflamed and towards grey for pale or depigmented skin.
 * @source Chai and Ngan 1999: Cb 77-127, Cr 133-173 for faces of all origins; the widening is our own convention
 */
const chroma = { cbFrom: 74, cbTo: 129, crFrom: 130, crTo: 200 };

/** Below this lightness nothing can be told of a colour; 0-100. Our own convention. */
const darkestLightness = 6;

/** Radius that evens out hair and pores, as a share of the shorter side. Our own convention. */
const smoothShare = 0.012;

/** Lesser islands are no skin, lesser holes no gap, as a share of the picture. Our own convention. */
const leastIslandShare = 0.004;
const largestHoleShare = 0.2;

/** Chrominance of red, green and blue light. @source ITU-R BT.601, the one that JPEG stores */
const toCb = { red: -0.168736, green: -0.331264, blue: 0.5 };
const toCr = { red: 0.5, green: -0.418688, blue: -0.081312 };

/** Chrominance of grey. @source ITU-R BT.601 */
const grey = 128;

function markSkinColour({ pixelsHwc }: PixelImage, { lightness }: SkinIndices): Float32Array {
  const { cbFrom, cbTo, crFrom, crTo } = chroma;
  const marked = new Float32Array(lightness.length);
  for (let at = 0, from = 0; at < marked.length; at++, from += 3) {
    const red = pixelsHwc[from] as number;
    const green = pixelsHwc[from + 1] as number;
    const blue = pixelsHwc[from + 2] as number;
    const cb = grey + toCb.red * red + toCb.green * green + toCb.blue * blue;
    const cr = grey + toCr.red * red + toCr.green * green + toCr.blue * blue;
    const isSkinChroma = cb >= cbFrom && cb <= cbTo && cr >= crFrom && cr <= crTo;
    if (isSkinChroma && (lightness[at] as number) >= darkestLightness) marked[at] = 1;
  }
  return marked;
}

/** Without the islands, and with the holes closed that skin encloses: what lies within skin is skin, lesions above all. */
function tidy(marked: Uint8Array, image: PixelImage): Uint8Array {
  const pixels = image.widthPx * image.heightPx;
  const isGap = ({ areaPx }: Region) => (areaPx >= leastIslandShare * pixels ? 0 : 1);
  const gaps = paintRegions(labelRegions(marked, image), isGap, 1);
  const closeHole = ({ areaPx, x1, y1, x2, y2 }: Region) => {
    const touchesRim = x1 === 0 || y1 === 0 || x2 === image.widthPx || y2 === image.heightPx;
    return !touchesRim && areaPx <= largestHoleShare * pixels ? 255 : 0;
  };
  return paintRegions(labelRegions(gaps, image), closeHole, 255);
}

/** Where the picture shows skin, of any tone, healthy or not: 255, elsewhere 0. */
export const findSkin = oncePerPicture((image): Mask => {
  const { widthPx, heightPx } = image;
  const indices = measureIndices(image);
  const radiusPx = smoothShare * Math.min(widthPx, heightPx);
  const coloured = dropDull(markSkinColour(image, indices), indices);
  const share = smoothMap(coloured, image, radiusPx);
  const marked = fillMask(share, (value) => (value > 0.5 ? 1 : 0));
  return { values: tidy(marked, image), widthPx, heightPx };
});
