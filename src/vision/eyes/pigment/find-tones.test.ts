// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findTones, type SkinMap, separation } from './find-tones.ts';

const widthPx = 120;
const heightPx = 90;

/** Two tones 0.4 apart in a map with noise and a slope; the pale one in the upper-left corner. */
function drawMap(paleShare: number, slope: number): SkinMap {
  const side = Math.sqrt(paleShare);
  const values = new Float32Array(widthPx * heightPx);
  let noise = 7;
  for (let at = 0; at < values.length; at++) {
    const across = (at % widthPx) / widthPx;
    const down = Math.floor(at / widthPx) / heightPx;
    noise = (noise * 16_807) % 2_147_483_647;
    const isPale = across < side && down < side;
    values[at] = (isPale ? 0.5 : 0.9) + slope * across + 0.08 * (noise / 2_147_483_647 - 0.5);
  }
  return { values, skin: new Uint8Array(values.length).fill(255), widthPx, heightPx };
}

describe('findTones', () => {
  it.each([0.01, 0.05, 0.2, 0.5, 0.8, 0.93])('finds the share of pale skin where it is %d', (share) => {
    const found = findTones(drawMap(share, 0));
    expect(found?.tones.low.share).toBeGreaterThan(share - 0.02);
    expect(found?.tones.low.share).toBeLessThan(share + 0.02);
  });

  it.each([-0.25, -0.1, 0.1, 0.25, 0.4])('tells slow light (%d across the picture) from pigment', (slope) => {
    const found = findTones(drawMap(0.25, slope));
    expect(found?.tones.low.share).toBeGreaterThan(0.22);
    expect(found?.tones.low.share).toBeLessThan(0.28);
    expect((found?.tones.high.mean ?? 0) - (found?.tones.low.mean ?? 0)).toBeCloseTo(0.4, 1);
  });

  it('separates two tones better than one tone under sloping light', () => {
    const two = findTones(drawMap(0.25, 0));
    const one = findTones(drawMap(0, 0.4));
    if (two === null || one === null) throw new Error('there is skin');
    expect(separation(two.tones)).toBeGreaterThan(4 * separation(one.tones));
  });

  it('says nothing without skin or without any difference', () => {
    const map = drawMap(0.2, 0);
    expect(findTones({ ...map, skin: new Uint8Array(map.skin.length) })).toBeNull();
    expect(findTones({ ...map, values: new Float32Array(map.values.length) })).toBeNull();
  });
});
