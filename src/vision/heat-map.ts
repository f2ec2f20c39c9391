// SPDX-License-Identifier: Apache-2.0
import type { HeatMap } from '../record/image-analysis.ts';
import type { ChosenMap } from './choose-heat-maps.ts';
import type { PictureSize } from './choose-working-size.ts';
import { encodeJpeg } from './encode-image.ts';
import { heatColours, heatSteps } from './heat-colours.ts';
import type { PixelImage } from './pixel-image.ts';
import { resizePixels } from './resize-pixels.ts';
import type { ActivationMaps } from './run-net.ts';
import { createSurfaceDrawer } from './smooth-surface.ts';

/** Long side of a heat map picture. The reference API's documented example has 284 px; a phone shows no more. */
const longSidePx = 320;

function chooseSize(picture: PictureSize): PictureSize {
  const shrink = Math.min(1, longSidePx / Math.max(picture.widthPx, picture.heightPx));
  const scaled = (sidePx: number): number => Math.max(1, Math.round(sidePx * shrink));
  return { widthPx: scaled(picture.widthPx), heightPx: scaled(picture.heightPx) };
}

/** The surface stretched to 0 ... heatSteps - 1; a flat one is cold everywhere. */
function stretch(values: Float32Array): Uint8Array {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  const scale = largest > least ? (heatSteps - 1) / (largest - least) : 0;
  const heat = new Uint8Array(values.length);
  for (let at = 0; at < heat.length; at++) heat[at] = ((values[at] as number) - least) * scale;
  return heat;
}

/** Paints warm colours over the photograph where `heat` (0 ... heatSteps - 1 per pixel) is high. */
function paint(photograph: PixelImage, heat: Uint8Array): PixelImage {
  const { red, green, blue, alpha } = heatColours;
  const source = photograph.pixelsHwc;
  const pixelsHwc = new Uint8Array(source.length);
  for (let pixel = 0, at = 0; at < source.length; pixel++, at += 3) {
    const step = heat[pixel] as number;
    const opacity = alpha[step] as number;
    const r = source[at] as number;
    const g = source[at + 1] as number;
    const b = source[at + 2] as number;
    pixelsHwc[at] = r + ((((red[step] as number) - r) * opacity) >> 8);
    pixelsHwc[at + 1] = g + ((((green[step] as number) - g) * opacity) >> 8);
    pixelsHwc[at + 2] = b + ((((blue[step] as number) - b) * opacity) >> 8);
  }
  return { ...photograph, pixelsHwc };
}

/** Where the net looked for each of the chosen conditions, as warm colour over the photograph. */
export async function drawHeatMaps(
  photograph: PixelImage,
  maps: ActivationMaps,
  chosen: readonly ChosenMap[],
): Promise<readonly HeatMap[]> {
  const base = resizePixels(photograph, chooseSize(photograph));
  const draw = createSurfaceDrawer(maps, base);
  const cells = maps.widthCells * maps.heightCells;
  return Promise.all(
    chosen.map(async ({ condition, row }) => {
      const values = maps.values.subarray(row * cells, (row + 1) * cells);
      return { condition, image: await encodeJpeg(paint(base, stretch(draw(values)))) };
    }),
  );
}
