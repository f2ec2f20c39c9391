// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../pixel-image.ts';
import type { SkinIndices } from '../colour/skin-indices.ts';
import type { Mask } from '../eye.ts';
import { labelRegions } from '../label-regions.ts';
import { smoothMap } from '../smooth-map.ts';

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

function markSkinColour({ pixelsHwc }: PixelImage, { lightness }: SkinIndices): Float32Array {
  return lightness.map((light, at) => {
    const red = pixelsHwc[3 * at] as number;
    const green = pixelsHwc[3 * at + 1] as number;
    const blue = pixelsHwc[3 * at + 2] as number;
    // ITU-R BT.601, the chrominance that JPEG stores too.
    const cb = 128 - 0.168736 * red - 0.331264 * green + 0.5 * blue;
    const cr = 128 + 0.5 * red - 0.418688 * green - 0.081312 * blue;
    const isSkin =
      cb >= chroma.cbFrom &&
      cb <= chroma.cbTo &&
      cr >= chroma.crFrom &&
      cr <= chroma.crTo &&
      light >= darkestLightness;
    return isSkin ? 1 : 0;
  });
}

/** Without the islands, and with the holes closed that skin encloses: what lies within skin is skin, lesions above all. */
function tidy(marked: Uint8Array, image: PixelImage): Uint8Array {
  const pixels = image.widthPx * image.heightPx;
  const islands = labelRegions(marked, image);
  const isKept = [false, ...islands.regions.map(({ areaPx }) => areaPx >= leastIslandShare * pixels)];
  const gaps = Uint8Array.from(islands.labels, (label) => (isKept[label] === true ? 0 : 1));
  const holes = labelRegions(gaps, image);
  const isClosed = [
    true,
    ...holes.regions.map(({ areaPx, x1, y1, x2, y2 }) => {
      const touchesRim = x1 === 0 || y1 === 0 || x2 === image.widthPx || y2 === image.heightPx;
      return !touchesRim && areaPx <= largestHoleShare * pixels;
    }),
  ];
  return Uint8Array.from(holes.labels, (label) => (isClosed[label] === true ? 255 : 0));
}

/** Where the picture shows skin, of any tone, healthy or not: 255, elsewhere 0. */
export function findSkin(image: PixelImage, indices: SkinIndices): Mask {
  const { widthPx, heightPx } = image;
  const radiusPx = smoothShare * Math.min(widthPx, heightPx);
  const share = smoothMap(markSkinColour(image, indices), image, radiusPx);
  const marked = Uint8Array.from(share, (value) => (value > 0.5 ? 1 : 0));
  return { values: tidy(marked, image), widthPx, heightPx };
}
