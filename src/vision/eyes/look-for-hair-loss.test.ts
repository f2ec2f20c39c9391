// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { lookForHairLoss } from './look-for-hair-loss.ts';

type Rgb = readonly [number, number, number];

const side = 400;

/** Of the head, pixels. */
const radius = 160;
const nets = { lesion: null, wound: null, acne: null };
const wall: Rgb = [150, 160, 172];

interface Head {
  readonly skin: Rgb;
  readonly hair: Rgb;
  /** Of the head, as a round patch in its middle. */
  readonly bald: number;
}

/** A round head from above: strands, and a bare patch in the middle. */
function read({ skin, hair, bald }: Head) {
  const pixelsHwc = new Uint8Array(3 * side * side);
  let noise = 7;
  for (let at = 0; at < side * side; at++) {
    const away = Math.hypot((at % side) - side / 2, Math.floor(at / side) - side / 2);
    noise = (noise * 16_807) % 2_147_483_647;
    const random = noise / 2_147_483_647 - 0.5;
    const isHead = away < radius;
    const isBald = away < radius * Math.sqrt(bald);
    const colour = isHead ? (isBald ? skin : hair) : wall;
    const light = 1 + (isHead && !isBald ? 0.9 : 0.03) * random;
    for (let channel = 0; channel < 3; channel++) {
      pixelsHwc[3 * at + channel] = Math.round(Math.min(255, (colour[channel] ?? 0) * light));
    }
  }
  const finding = lookForHairLoss({ image: { pixelsHwc, widthPx: side, heightPx: side }, nets });
  return { ...finding, reading: finding.figures['hairLoss'] };
}

const people: readonly (readonly [string, Omit<Head, 'bald'>])[] = [
  ['black hair, dark skin', { skin: [110, 72, 50], hair: [30, 26, 24] }],
  ['black hair, light skin', { skin: [222, 180, 155], hair: [34, 28, 26] }],
  ['brown hair', { skin: [205, 160, 130], hair: [90, 62, 42] }],
  ['blond hair', { skin: [225, 185, 160], hair: [190, 160, 110] }],
  ['grey hair', { skin: [215, 175, 150], hair: [160, 158, 155] }],
];

describe('lookForHairLoss', () => {
  it.each(people)('measures a bare patch among %s', (_, person) => {
    for (const bald of [0.2, 0.5]) {
      const percent = read({ ...person, bald }).reading?.value ?? 0;
      expect(Math.abs(percent - 100 * bald)).toBeLessThan(8);
    }
  });

  it.each(people)('grows with the patch among %s', (_, person) => {
    const percents = [0, 0.1, 0.3, 0.6].map((bald) => read({ ...person, bald }).reading?.value ?? 0);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents[0]).toBeLessThan(3);
  });

  it('counts the whole head as bare where no hair is left, and is less sure', () => {
    const bare = read({ skin: [215, 170, 140], hair: [60, 45, 35], bald: 1 }).reading;
    const half = read({ skin: [215, 170, 140], hair: [60, 45, 35], bald: 0.5 }).reading;
    expect(bare?.value).toBeGreaterThan(97);
    expect(bare?.confidence).toBeLessThan(half?.confidence ?? 0);
  });

  it('is not sure of anything where there is no head', () => {
    const { reading, masks } = read({ skin: wall, hair: wall, bald: 1 });
    expect(reading).toMatchObject({ value: 0, confidence: 0, method: 'measured' });
    expect(masks.map(({ stem }) => stem)).toEqual(['hairMask', 'baldnessMask']);
  });
});
