// SPDX-License-Identifier: Apache-2.0

import type { PictureSize } from '../quality/choose-working-size.ts';
import type { PixelImage } from '../quality/pixel-image.ts';
import type { HeatMap } from '../record/image-analysis.ts';
import type { ChosenMap } from './choose-heat-maps.ts';
import { encodeJpeg } from './encode-image.ts';
import { coldestPainted, heatColours, heatSteps } from './heat-colours.ts';
import { resizePixels } from './resize-pixels.ts';
import type { ActivationMaps } from './run-net.ts';
import { createSurfaceDrawer } from './smooth-surface.ts';

/** Long side of a heat map picture. @source the reference API's documented example, 284 x 238 px */
const longSidePx = 284;

function chooseSize(picture: PictureSize): PictureSize {
  const shrink = Math.min(1, longSidePx / Math.max(picture.widthPx, picture.heightPx));
  const scaled = (sidePx: number): number => Math.max(1, Math.round(sidePx * shrink));
  return { widthPx: scaled(picture.widthPx), heightPx: scaled(picture.heightPx) };
}

/** Largest share of the picture that is painted: a map that is warm nearly everywhere still shows where it peaks. */
const paintedShare = 0.4;

interface HeatRange {
  readonly least: number;
  readonly largest: number;
}

function findRange(surface: Float32Array): HeatRange {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < surface.length; at++) {
    const value = surface[at] as number;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  return { least, largest };
}

/** The surface as whole steps, 0 ... heatSteps - 1 over the range, 0 below it; a flat one is all 0. */
function toSteps(surface: Float32Array, { least, largest }: HeatRange): Uint8Array {
  const scale = largest > least ? (heatSteps - 1) / (largest - least) : 0;
  const steps = new Uint8Array(surface.length);
  for (let at = 0; at < steps.length; at++) {
    const above = (surface[at] as number) - least;
    steps[at] = above > 0 ? above * scale : 0;
  }
  return steps;
}

/**
 * The part of the range that is painted. Steps are counted anew inside it: where one deep hollow takes most of the
 * range, the plateau around it would otherwise be painted in two or three hard bands.
 */
function findPaintedRange(surface: Float32Array): HeatRange {
  const { least, largest } = findRange(surface);
  const first = findFirstPainted(toSteps(surface, { least, largest }));
  return { least: least + ((largest - least) * first) / (heatSteps - 1), largest };
}

/** The step from which on paint is laid, so that at most `paintedShare` of the picture gets any. */
function findFirstPainted(steps: Uint8Array): number {
  const counts = new Uint32Array(heatSteps);
  for (const step of steps) counts[step] = (counts[step] as number) + 1;
  let left = steps.length * paintedShare;
  let step = heatSteps;
  while (step > 0 && left > 0) left -= counts[--step] as number;
  return Math.max(coldestPainted, step);
}

/** For each step what is kept of the photograph (of 256) and what paint is added (red, green, blue, times 256). */
interface Paint {
  readonly keep: Int32Array;
  readonly add: Int32Array;
}

function mixPaint(): Paint {
  const { red, green, blue, alpha } = heatColours;
  const keep = alpha.map((opacity) => 256 - opacity);
  const add = new Int32Array(3 * heatSteps);
  for (let step = 0; step < heatSteps; step++) {
    const opacity = alpha[step] ?? 0;
    add.set(
      [red, green, blue].map((channel) => (channel[step] ?? 0) * opacity),
      3 * step,
    );
  }
  return { keep, add };
}

const { keep, add } = mixPaint();

/** The surface is this much coarser than the picture: over tens of pixels it hardly changes from one to the next. */
const surfaceCellPx = 2;

const surfaceSize = (photograph: PictureSize): PictureSize => ({
  widthPx: Math.ceil(photograph.widthPx / surfaceCellPx),
  heightPx: Math.ceil(photograph.heightPx / surfaceCellPx),
});

/** Paints warm colours over the photograph where the surface is high. */
function paint(photograph: PixelImage, surface: Float32Array): PixelImage {
  const { pixelsHwc: source, widthPx, heightPx } = photograph;
  const steps = toSteps(surface, findPaintedRange(surface));
  const stepsPerRow = surfaceSize(photograph).widthPx;
  const pixelsHwc = new Uint8Array(source.length);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const row = (y >> 1) * stepsPerRow;
    for (let x = 0; x < widthPx; x++, at += 3) {
      const step = steps[row + (x >> 1)] as number;
      const kept = keep[step] as number;
      const red = 3 * step;
      pixelsHwc[at] = ((source[at] as number) * kept + (add[red] as number)) >> 8;
      pixelsHwc[at + 1] = ((source[at + 1] as number) * kept + (add[red + 1] as number)) >> 8;
      pixelsHwc[at + 2] = ((source[at + 2] as number) * kept + (add[red + 2] as number)) >> 8;
    }
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
  const draw = createSurfaceDrawer(maps, surfaceSize(base));
  const cells = maps.widthCells * maps.heightCells;
  return Promise.all(
    chosen.map(async ({ condition, row }) => {
      const values = maps.values.subarray(row * cells, (row + 1) * cells);
      return { condition, image: await encodeJpeg(paint(base, draw(values))) };
    }),
  );
}
