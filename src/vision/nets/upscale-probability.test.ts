// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { upscaleProbability } from './upscale-probability.ts';

const grid = (logits: readonly number[], widthCells: number) => ({
  logits: Float32Array.from(logits),
  widthCells,
  heightCells: logits.length / widthCells,
});

describe('upscaleProbability', () => {
  it('gives the sigmoid of the blended logits, cells counted by their middles', () => {
    const { values } = upscaleProbability(grid([-2, 2], 2), { widthPx: 4, heightPx: 1 }, 0.5);
    const expected = [-2, -1, 1, 2].map((logit) => Math.round(255 / (1 + Math.exp(-logit))));
    expect([...values]).toEqual(expected);
  });

  it('blends downwards as well', () => {
    const { values, heightPx } = upscaleProbability(grid([-2, 2], 1), { widthPx: 1, heightPx: 4 }, 0.5);
    expect(heightPx).toBe(4);
    expect([...values]).toEqual([...values].sort((one, other) => one - other));
    expect(values[1]).toBe(Math.round(255 / (1 + Math.E)));
  });

  it('moves the threshold to the middle of the mask', () => {
    const logit = Math.log(0.3 / 0.7);
    const { values } = upscaleProbability(grid([logit], 1), { widthPx: 1, heightPx: 1 }, 0.3);
    expect(values[0]).toBe(128);
  });

  it('stays within a byte for sure answers', () => {
    const { values } = upscaleProbability(grid([-500, 500], 1), { widthPx: 1, heightPx: 2 }, 0.5);
    expect([...values]).toEqual([0, 255]);
  });
});
