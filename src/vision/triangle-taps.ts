// SPDX-License-Identifier: Apache-2.0

/** For each output position: the first input position it reads, and the weights from there on. */
export interface TriangleTaps {
  readonly firsts: Int32Array;
  /** `tapCount` weights per output position, summing to 1. */
  readonly weights: Float32Array;
  readonly tapCount: number;
}

/**
 * Triangle filter, widened by the shrink: the antialiased "bilinear" of Pillow and torchvision, which the
 * training uses, so a picture looks the same to the net here and there.
 */
export function makeTriangleTaps(fromPx: number, toPx: number): TriangleTaps {
  const scale = fromPx / toPx;
  const reach = Math.max(1, scale);
  const tapCount = Math.min(fromPx, Math.ceil(2 * reach));
  const firsts = new Int32Array(toPx);
  const weights = new Float32Array(toPx * tapCount);
  for (let to = 0; to < toPx; to++) {
    const centre = (to + 0.5) * scale;
    const first = Math.max(0, Math.min(fromPx - tapCount, Math.round(centre - reach)));
    firsts[to] = first;
    fillWeights(weights.subarray(to * tapCount, (to + 1) * tapCount), centre - first - 0.5, reach);
  }
  return { firsts, weights, tapCount };
}

function fillWeights(weights: Float32Array, centre: number, reach: number): void {
  let sum = 0;
  for (let tap = 0; tap < weights.length; tap++) {
    const weight = Math.max(0, 1 - Math.abs(tap - centre) / reach);
    weights[tap] = weight;
    sum += weight;
  }
  for (let tap = 0; tap < weights.length; tap++) weights[tap] = (weights[tap] ?? 0) / sum;
}
