// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import type { NamedMask } from '../eyes/eye.ts';
import { fillMap } from '../eyes/fill-mask.ts';
import { smoothMap } from '../eyes/smooth-map.ts';
import { type Colour, findLinePx, rimColour } from './line-style.ts';

/**
 * Pixels of the mask for one unit of depth at an edge: three boxes of three pixels have a standard deviation of the square
 * root of 2 pixels, and an edge smoothed by a Gaussian rises by 1 / sqrt(2 pi) per standard deviation.
 * @source arithmetic: sqrt(2) x sqrt(2 pi)
 */
const pixelsPerDepth = Math.SQRT2 * Math.sqrt(2 * Math.PI);

/** Smooths the stairs of a mask's edge, little enough for the line to stay on it. */
const smoothingPx = 1;

/** A spot of a few pixels would be smoothed away; so whatever is within the mask stays just within. */
const leastDepthWithin = 0.55;

/** Half at the edge of the mask, more within it, less without. */
function measureDepth({ mask, presentFrom }: NamedMask): Float32Array {
  const present = fillMap(mask.values, (value) => (value >= presentFrom ? 1 : 0));
  const depth = smoothMap(present, mask, smoothingPx);
  return fillMap(depth, (value, at) =>
    (present[at] as number) > 0 ? Math.max(value, leastDepthWithin) : value,
  );
}

interface Pen {
  readonly depth: Float32Array;
  readonly maskWidthPx: number;
  readonly maskHeightPx: number;
  /** Pixels of the photograph for one of the mask, across and down. */
  readonly across: number;
  readonly down: number;
  readonly linePx: number;
  readonly colour: Colour;
}

/** The depth at a place between four pixels of the mask. */
function depthAt({ depth, maskWidthPx, maskHeightPx }: Pen, x: number, y: number): number {
  const placeX = Math.min(Math.max(x, 0), maskWidthPx - 1);
  const placeY = Math.min(Math.max(y, 0), maskHeightPx - 1);
  const [left, top] = [Math.floor(placeX), Math.floor(placeY)];
  const above = top * maskWidthPx + left;
  const below = top + 1 < maskHeightPx ? above + maskWidthPx : above;
  const right = left + 1 < maskWidthPx ? 1 : 0;
  const [shareX, shareY] = [placeX - left, placeY - top];
  const upper = mix(depth[above] as number, depth[above + right] as number, shareX);
  const lower = mix(depth[below] as number, depth[below + right] as number, shareX);
  return mix(upper, lower, shareY);
}

const mix = (from: number, to: number, share: number): number => from + share * (to - from);

/** How much of a pixel a line covers whose nearer edge is `withinPx` inside of it, or outside where negative; 0-1. */
const toCover = (withinPx: number): number => Math.min(1, Math.max(0, withinPx + 0.5));

/** One pixel of the photograph: the line within the edge, its rim without, or nothing. */
function drawPixel(picture: PixelImage, at: number, line: { pen: Pen; insidePx: number }): void {
  const { insidePx, pen } = line;
  const light = toCover(Math.min(insidePx, pen.linePx - insidePx));
  const dark = toCover(Math.min(-insidePx, pen.linePx + insidePx));
  if (light + dark === 0) return;
  for (let channel = 0; channel < 3; channel++) {
    const own = picture.pixelsHwc[3 * at + channel] as number;
    const drawn = light * (pen.colour[channel] as number) + dark * (rimColour[channel] as number);
    picture.pixelsHwc[3 * at + channel] = Math.round((1 - light - dark) * own + drawn);
  }
}

/** The pixels of the photograph that one pixel of the mask covers. */
function drawBlock(picture: PixelImage, pen: Pen, maskAt: number): void {
  const { across, down, maskWidthPx } = pen;
  const column = maskAt % maskWidthPx;
  const row = (maskAt - column) / maskWidthPx;
  const pixelsPerUnit = pixelsPerDepth * Math.min(across, down);
  for (let y = Math.round(row * down); y < Math.round((row + 1) * down); y++) {
    for (let x = Math.round(column * across); x < Math.round((column + 1) * across); x++) {
      const depth = depthAt(pen, (x + 0.5) / across - 0.5, (y + 0.5) / down - 0.5);
      const insidePx = pixelsPerUnit * (depth - 0.5);
      drawPixel(picture, y * picture.widthPx + x, { pen, insidePx });
    }
  }
}

/** Depths beyond these have no edge near: the smoothed edge is seven pixels wide. */
const noEdgeFrom = 0.999;

/**
 * A light line along the inside of the mask's edge and its dark rim along the outside; nothing is painted over. Changes the
 * picture, which may be larger than the mask.
 */
export function drawOutline(picture: PixelImage, named: NamedMask, colour: Colour): void {
  const { mask } = named;
  const pen: Pen = {
    depth: measureDepth(named),
    maskWidthPx: mask.widthPx,
    maskHeightPx: mask.heightPx,
    across: picture.widthPx / mask.widthPx,
    down: picture.heightPx / mask.heightPx,
    linePx: findLinePx(picture),
    colour,
  };
  for (let at = 0; at < pen.depth.length; at++) {
    const depth = pen.depth[at] as number;
    if (depth < noEdgeFrom && depth > 1 - noEdgeFrom) drawBlock(picture, pen, at);
  }
}
