// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type DrawnSpot, drawSpottedSkin, tones } from '../../../test/fixtures/spotted-skin.ts';
import { lookForPustules } from './look-for-pustules.ts';

const nets = { lesion: null, wound: null, acne: null };
const plaque: DrawnSpot = { x: 0.5, y: 0.5, radius: 0.4, blood: 0.16 };

/** So many pustules on a red plaque; drawn at half of their radius. */
function pustules(count: number): DrawnSpot[] {
  return Array.from({ length: count }, (_, at) => {
    const away = 0.3 * Math.sqrt((at + 0.5) / count);
    const angle = 2.4 * at;
    return {
      x: 0.5 + away * Math.cos(angle),
      y: 0.5 + away * Math.sin(angle),
      radius: 0.02,
      blood: 0.2,
      pus: 0.8,
    };
  });
}

function grade(spots: readonly DrawnSpot[], more: Partial<Parameters<typeof drawSpottedSkin>[0]> = {}) {
  const tone = tones['medium'] ?? [0, 0, 0];
  const { signs } = lookForPustules({ image: drawSpottedSkin({ sidePx: 256, tone, spots, ...more }), nets });
  return signs['pustulation'] ?? { value: Number.NaN, confidence: Number.NaN };
}

it.each(Object.entries(tones))('rises with the number of pustules on %s skin', (_name, tone) => {
  const values = [0, 8, 30, 90].map((count) => grade([plaque, ...pustules(count)], { tone }).value);
  expect(values[0]).toBe(0);
  expect(values[1]).toBeGreaterThan(0);
  expect([...values].sort((left, right) => left - right)).toEqual(values);
  expect(new Set(values).size).toBe(4);
});

it('says the same in dim light', () => {
  const spots = [plaque, ...pustules(40)];
  expect(Math.abs(grade(spots).value - grade(spots, { light: 0.6 }).value)).toBeLessThan(0.06);
});

it.each(Object.entries(tones))('sees none on bare %s skin', (_name, tone) => {
  expect(grade([], { tone }).value).toBe(0);
});

it('promises neither boxes nor masks', () => {
  const tone = tones['light'] ?? [0, 0, 0];
  const image = drawSpottedSkin({ sidePx: 64, tone, spots: [] });
  expect(lookForPustules({ image, nets })).toMatchObject({
    figures: {},
    boxes: [],
    masks: [],
    drawing: null,
  });
});

it.each([1, 2, 9, 17])('survives a picture of %i pixels', (sidePx) => {
  const { value, confidence } = grade([plaque], { sidePx });
  expect(value).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
});
