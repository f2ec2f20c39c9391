// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { lookForDepigmentation } from './look-for-depigmentation.ts';

type Rgb = readonly [number, number, number];

const side = 160;
const nets = { lesion: null, wound: null, acne: null };

/** Skin with a chalk white disc of the given share, under light that falls off to the right. */
function read(skin: Rgb, share: number, fallOff = 0) {
  const pixelsHwc = new Uint8Array(3 * side * side);
  const radius = side * Math.sqrt(share / Math.PI);
  let noise = 7;
  for (let at = 0; at < side * side; at++) {
    const x = at % side;
    const y = Math.floor(at / side);
    const colour = Math.hypot(x - side / 2, y - side / 2) < radius ? [236, 208, 190] : skin;
    noise = (noise * 16_807) % 2_147_483_647;
    const light = 1 - (fallOff * x) / side + 0.02 * (noise / 2_147_483_647 - 0.5);
    for (let channel = 0; channel < 3; channel++) {
      pixelsHwc[3 * at + channel] = Math.round(Math.min(255, (colour[channel] ?? 0) * light));
    }
  }
  const finding = lookForDepigmentation({ image: { pixelsHwc, widthPx: side, heightPx: side }, nets });
  return { ...finding, reading: finding.figures['depigmentation'] };
}

const tones: readonly (readonly [string, Rgb])[] = [
  ['III', [215, 170, 138]],
  ['IV', [182, 132, 98]],
  ['V', [140, 92, 62]],
  ['VI', [92, 60, 42]],
];

describe('lookForDepigmentation', () => {
  it.each(tones)('measures a white patch on skin of tone %s', (_, skin) => {
    for (const share of [0.05, 0.3]) {
      const percent = read(skin, share).reading?.value ?? 0;
      expect(Math.abs(percent - 100 * share)).toBeLessThan(3);
    }
  });

  it('grows with the patch', () => {
    const percents = [0.02, 0.08, 0.2, 0.4].map((share) => read([140, 92, 62], share).reading?.value ?? 0);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  });

  it('holds under light that falls off', () => {
    const percent = read([140, 92, 62], 0.2, 0.4).reading?.value ?? 0;
    expect(Math.abs(percent - 20)).toBeLessThan(4);
  });

  it('is surer on dark skin than on light', () => {
    const dark = read([92, 60, 42], 0.2).reading?.confidence ?? 0;
    const light = read([225, 190, 165], 0.2).reading?.confidence ?? 0;
    expect(dark).toBeGreaterThan(light);
  });

  it('finds nothing on even skin, in whatever light', () => {
    for (const fallOff of [0, 0.4]) expect(read([182, 132, 98], 0, fallOff).reading?.value).toBe(0);
  });

  it('is not sure of anything without skin', () => {
    const { reading, masks } = read([60, 110, 190], 0);
    expect(reading).toMatchObject({ value: 0, confidence: 0, method: 'measured' });
    expect(masks.map(({ stem }) => stem)).toEqual(['skinMask', 'depigmentationMask']);
  });
});
