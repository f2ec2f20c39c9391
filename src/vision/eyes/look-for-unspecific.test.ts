// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type DrawnSpot, drawSpottedSkin, tones } from '../../../test/fixtures/spotted-skin.ts';
import { lookForUnspecific } from './look-for-unspecific.ts';

const nets = { lesion: null, wound: null, acne: null };

/** So many papules in rows, of alternating size. */
function papules(count: number, blood = 0.18): DrawnSpot[] {
  return Array.from({ length: count }, (_, at) => ({
    x: 0.1 + 0.13 * (at % 7),
    y: 0.1 + 0.13 * Math.floor(at / 7),
    radius: at % 2 === 0 ? 0.016 : 0.024,
    blood,
  }));
}

function look(spots: readonly DrawnSpot[], more: Partial<Parameters<typeof drawSpottedSkin>[0]> = {}) {
  const tone = tones['medium'] ?? [0, 0, 0];
  return lookForUnspecific({ image: drawSpottedSkin({ sidePx: 320, tone, spots, ...more }), nets });
}

it.each(Object.entries(tones))('counts papules on %s skin', (_name, tone) => {
  for (const light of [1, 0.6]) {
    const counts = [0, 5, 42].map(
      (count) => look(papules(count), { tone, light }).figures['inflammations']?.value,
    );
    expect(counts).toEqual([0, 5, 42]);
  }
});

it('puts a box around each', () => {
  const spots = papules(10);
  const { boxes, drawing } = look(spots);
  expect(drawing).toBe('annotation');
  for (const { x, y, radius } of spots) {
    const [box, ...others] = boxes.filter(
      (box) => box.x1 < x * 320 && box.x2 > x * 320 && box.y1 < y * 320 && box.y2 > y * 320,
    );
    expect(others).toEqual([]);
    expect(box?.code).toBe('inflammation');
    expect(((box?.x2 ?? 0) - (box?.x1 ?? 0)) / (2 * radius * 320)).toBeGreaterThan(0.7);
    expect(((box?.x2 ?? 0) - (box?.x1 ?? 0)) / (2 * radius * 320)).toBeLessThan(1.5);
  }
});

it('does not count moles', () => {
  const moles = papules(12).map((spot) => ({ ...spot, blood: 0, darkMiddle: 0.3 }));
  expect(look(moles).boxes).toEqual([]);
});

it('is less sure of faint papules and of very little skin', () => {
  const [faint = 0, clear = 0] = [0.08, 0.25].map(
    (blood) => look(papules(12, blood)).figures['inflammations']?.confidence,
  );
  expect(faint).toBeLessThan(clear);
  expect(clear).toBeLessThanOrEqual(0.8);
});

it.each([1, 2, 9, 17])('survives a picture of %i pixels', (sidePx) => {
  expect(look(papules(5), { sidePx }).figures['inflammations']?.value).toBeGreaterThanOrEqual(0);
});
