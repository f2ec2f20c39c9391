// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { resizePixels } from '../../../src/vision/resize-pixels.ts';
import { softmax } from '../../../src/vision/run-net.ts';
import { createSurfaceDrawer } from '../../../src/vision/smooth-surface.ts';
import expected from './expected.json' with { type: 'json' };

/** The picture of generate.py. */
function makePicture(widthPx: number, heightPx: number) {
  const pixelsHwc = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      pixelsHwc.set(
        [(x * 37 + y * 11) % 256, (x * x + y * 29) % 256, (x * y * 3 + 80) % 256],
        3 * (y * widthPx + x),
      );
    }
  }
  return { pixelsHwc, widthPx, heightPx };
}

const largestDifference = (left: ArrayLike<number>, right: ArrayLike<number>): number =>
  Array.from(left).reduce((worst, value, at) => Math.max(worst, Math.abs(value - (right[at] ?? 1e9))), 0);

describe('against an independent implementation (generate.py)', () => {
  it.each(expected.resize)('resizes $from to $to within rounding', ({ from, to, values }) => {
    const [width = 0, height = 0] = from;
    const [widthPx = 0, heightPx = 0] = to;
    const resized = resizePixels(makePicture(width, height), { widthPx, heightPx });
    expect(resized.pixelsHwc.length).toBe(values.length);
    // Half a grey level for rounding, and a little for single precision.
    expect(largestDifference(values, resized.pixelsHwc)).toBeLessThanOrEqual(0.51);
  });

  it.each(expected.softmax)('gives the softmax of $logits at temperature $temperature', (one) => {
    const values = softmax(Float32Array.from(one.logits), one.temperature);
    expect(largestDifference(one.values, values)).toBeLessThan(1e-6);
  });

  it('draws the surface of a map', () => {
    const { grid, to, values } = expected.surface;
    const [widthPx = 0, heightPx = 0] = to;
    const draw = createSurfaceDrawer({ widthCells: 4, heightCells: 3 }, { widthPx, heightPx });
    expect(largestDifference(values, draw(Float32Array.from(grid.flat())))).toBeLessThan(1e-4);
  });
});
