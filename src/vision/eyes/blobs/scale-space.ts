// SPDX-License-Identifier: Apache-2.0

/** One number for each pixel, row by row. */
export interface ScalarMap {
  readonly values: Float32Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is left of a map between two blurs: bright where something of about `radiusPx` is brighter than its surroundings. */
export interface Band extends ScalarMap {
  /** Pixels of the picture from one value to the next. */
  readonly stepPx: number;
  /** Radius, in pixels of the picture, of the disc that answers most. */
  readonly radiusPx: number;
}

/**
 * A disc answers most to the difference of two Gaussians, the wider sqrt(2) times the narrower, at this radius in
 * standard deviations of the narrower: the maximum of u - u^2 with u = exp(-r^2 / 4 s^2) lies at u = 1/2.
 */
export const radiusPerSigma = 2 * Math.sqrt(Math.LN2);

/** The answer itself is then this share of the disc's contrast: u - u^2 at u = 1/2. */
export const answerPerContrast = 1 / 4;

/** Below this side a map says nothing any more of a spot and its surroundings. */
const leastSidePx = 6;

/** The middle weight of the binomial filter, and the sum of all five. @source Burt and Adelson 1983, the Laplacian pyramid */
const middleWeight = 6;
const allWeights = 16;

/** One row of the binomial filter 1 4 6 4 1, variance 1. @source Burt and Adelson 1983, the Laplacian pyramid */
function blurRows(from: Float32Array, to: Float32Array, widthPx: number): void {
  const last = widthPx - 1;
  for (let row = 0; row < from.length; row += widthPx) {
    for (let x = 0; x < widthPx; x++) {
      const far = (from[row + (x > 1 ? x - 2 : 0)] as number) + (from[row + Math.min(last, x + 2)] as number);
      const near =
        (from[row + (x > 0 ? x - 1 : 0)] as number) + (from[row + Math.min(last, x + 1)] as number);
      to[row + x] = (far + 4 * near + middleWeight * (from[row + x] as number)) / allWeights;
    }
  }
}

function blurColumns(from: Float32Array, to: Float32Array, widthPx: number): void {
  const last = from.length / widthPx - 1;
  for (let y = 0, at = 0; y <= last; y++) {
    const upper2 = Math.max(0, y - 2) * widthPx;
    const upper = Math.max(0, y - 1) * widthPx;
    const lower = Math.min(last, y + 1) * widthPx;
    const lower2 = Math.min(last, y + 2) * widthPx;
    for (let x = 0; x < widthPx; x++, at++) {
      const far = (from[upper2 + x] as number) + (from[lower2 + x] as number);
      const near = (from[upper + x] as number) + (from[lower + x] as number);
      to[at] = (far + 4 * near + middleWeight * (from[at] as number)) / allWeights;
    }
  }
}

/** Blurs by a standard deviation of sqrt(times) pixels. */
export function blurBinomially(map: ScalarMap, times: number): ScalarMap {
  const wide = new Float32Array(map.values.length);
  const values = new Float32Array(map.values);
  for (let time = 0; time < times; time++) {
    blurRows(values, wide, map.widthPx);
    blurColumns(wide, values, map.widthPx);
  }
  return { ...map, values };
}

/** Every second value of every second row; the map is blurred enough for that. */
function halve(map: ScalarMap): ScalarMap {
  const widthPx = Math.ceil(map.widthPx / 2);
  const heightPx = Math.ceil(map.heightPx / 2);
  const values = new Float32Array(widthPx * heightPx);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) values[at] = map.values[2 * (y * map.widthPx + x)] as number;
  }
  return { values, widthPx, heightPx };
}

function subtract(left: ScalarMap, right: ScalarMap): Float32Array {
  const values = new Float32Array(left.values.length);
  for (let at = 0; at < values.length; at++) {
    values[at] = (left.values[at] as number) - (right.values[at] as number);
  }
  return values;
}

/**
 * Bands of a map, from spots of 1.7 pixels in radius up to `largestRadiusPx`, each sqrt(2) coarser than the last.
 * The map is halved whenever it is blurred enough, so all bands together cost about as much as the first two.
 */
export function splitIntoBands(map: ScalarMap, largestRadiusPx: number): Band[] {
  const bands: Band[] = [];
  let narrow = blurBinomially(map, 1);
  for (let stepPx = 1; stepPx * radiusPerSigma <= largestRadiusPx; stepPx *= 2) {
    if (Math.min(narrow.widthPx, narrow.heightPx) < leastSidePx) break;
    const middle = blurBinomially(narrow, 1);
    const wide = blurBinomially(middle, 2);
    const radiusPx = stepPx * radiusPerSigma;
    bands.push({ ...narrow, values: subtract(narrow, middle), stepPx, radiusPx });
    bands.push({ ...narrow, values: subtract(middle, wide), stepPx, radiusPx: radiusPx * Math.SQRT2 });
    narrow = halve(wide);
  }
  return bands.filter((band) => band.radiusPx <= largestRadiusPx);
}
