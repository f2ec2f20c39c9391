// SPDX-License-Identifier: Apache-2.0
import type { SkinIndices } from '../colour/skin-indices.ts';
import type { Mask } from '../eye.ts';

/**
 * How much redder skin turns with its melanin index where only pigment and shade differ: both redden skin in a camera's eye, and
 * neither inflames it.
 * @source measured on unaffected skin of photographs (PAD-UFES-20, Pacheco and others 2020): middle 0.28, half of all 0.1 to 0.45
 */
const usualSlope = 0.28;
const slopes = { least: 0.12, most: 0.35 };

/** How firmly the usual slope holds: as if skin whose melanin index scatters by this much had shown it. Our own convention. */
const scatterOfUsual = 0.08;

/** Pixels of a side of the squares whose means are compared, so that neither pores nor the camera's grain count. Our own convention. */
const squarePx = 6;

/** Redness and melanin index of squares of skin, one by one. */
interface Squares {
  readonly redness: Float32Array;
  readonly pigment: Float32Array;
}

function meanOfSquare(map: Float32Array, first: number, widthPx: number): number {
  let sum = 0;
  for (let place = 0; place < squarePx ** 2; place++) {
    sum += map[first + widthPx * Math.floor(place / squarePx) + (place % squarePx)] as number;
  }
  return sum / squarePx ** 2;
}

function sampleSquares({ erythema, melanin }: SkinIndices, skin: Mask): Squares {
  const { widthPx, heightPx, values } = skin;
  const most = Math.floor(widthPx / squarePx) * Math.floor(heightPx / squarePx);
  const [redness, pigment] = [new Float32Array(most), new Float32Array(most)];
  let count = 0;
  for (let y = 0; y + squarePx <= heightPx; y += squarePx) {
    for (let x = 0; x + squarePx <= widthPx; x += squarePx) {
      const first = y * widthPx + x;
      if (!values[first]) continue;
      redness[count] = meanOfSquare(erythema, first, widthPx);
      pigment[count++] = meanOfSquare(melanin, first, widthPx);
    }
  }
  return { redness: redness.subarray(0, count), pigment: pigment.subarray(0, count) };
}

/** The slope of a line through the less red half of the skin: lesions would bend it. */
function measureSlope({ redness, pigment }: Squares): number {
  const freed = redness.map((value, at) => value - usualSlope * (pigment[at] as number));
  const middle = freed.toSorted()[freed.length >> 1] ?? 0;
  let [count, sumX, sumY, sumXx, sumXy] = [0, 0, 0, 0, 0];
  for (let at = 0; at < freed.length; at++) {
    if ((freed[at] as number) > middle) continue;
    const x = pigment[at] as number;
    const y = redness[at] as number;
    count++;
    sumX += x;
    sumY += y;
    sumXx += x * x;
    sumXy += x * y;
  }
  if (count === 0) return usualSlope;
  const prior = scatterOfUsual ** 2;
  const together = sumXy / count - (sumX * sumY) / count ** 2 + prior * usualSlope;
  const scatter = sumXx / count - (sumX / count) ** 2 + prior;
  return Math.min(slopes.most, Math.max(slopes.least, together / scatter));
}

/** How much redder this picture's skin turns with its melanin index; about the usual where its skin does not show it. */
export function findPigmentSlope(indices: SkinIndices, skin: Mask): number {
  return measureSlope(sampleSquares(indices, skin));
}

/** The erythema index less what pigment and shade explain of it. */
export function freeOfPigment({ erythema, melanin }: SkinIndices, slope: number): Float32Array {
  const freed = new Float32Array(erythema.length);
  for (let at = 0; at < freed.length; at++) {
    freed[at] = (erythema[at] as number) - slope * (melanin[at] as number);
  }
  return freed;
}
