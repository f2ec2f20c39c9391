// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findTextureRange } from './find-texture-range.ts';

/** A thousand places; the first `share` of them with the one texture, the others with the other, each a little different. */
function place(share: number, [one, other]: readonly [number, number]): Float32Array {
  return Float32Array.from({ length: 1000 }, (_, at) => {
    const texture = at < 1000 * share ? one : other;
    return texture * (0.9 + 0.2 * ((at % 10) / 9));
  });
}

const skin = new Uint8Array(1000).fill(255);

describe('findTextureRange', () => {
  it.each([
    [0.006, 0.03],
    [0.02, 0.08],
  ] as const)('puts the border between bare skin of %f and strands of %f', (bare, hair) => {
    const range = findTextureRange(place(0.5, [bare, hair]), skin);
    expect(range.isShown).toBe(true);
    expect(range.bare).toBeGreaterThan(bare);
    expect(range.hair).toBeGreaterThan(range.bare);
    expect(range.hair).toBeLessThan(hair);
  });

  it('looks at places of the colour of skin only', () => {
    const half = skin.map((value, at) => (at < 500 ? value : 0));
    expect(findTextureRange(place(0.5, [0.006, 0.03]), half).isShown).toBe(false);
  });

  it('takes one surface with little texture for bare, and one with much for hair', () => {
    const smooth = findTextureRange(place(1, [0.006, 0.006]), skin);
    const rough = findTextureRange(place(1, [0.03, 0.03]), skin);
    expect([smooth.isShown, rough.isShown]).toEqual([false, false]);
    expect(smooth.bare).toBeGreaterThan(0.006);
    expect(rough.hair).toBeLessThan(0.03);
  });

  it('does not take the rim of a bare head for hair', () => {
    expect(findTextureRange(place(0.9, [0.006, 0.06]), skin).isShown).toBe(false);
  });

  it('finds something to go by where there is no skin at all', () => {
    const { bare, hair } = findTextureRange(place(1, [0.03, 0.03]), new Uint8Array(1000));
    expect(hair).toBeGreaterThan(bare);
  });
});
