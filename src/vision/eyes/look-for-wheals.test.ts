// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type DrawnSpot, drawSpottedSkin, tones } from '../../../test/fixtures/spotted-skin.ts';
import type { EyeFinding } from './eye.ts';
import { lookForWheals } from './look-for-wheals.ts';

const nets = { lesion: null, wound: null, acne: null };
const wheal = { blood: 0.14, bloodInMiddle: 0.07, softness: 0.5 };
/** Seven wheals of different sizes. */
const seven: DrawnSpot[] = [
  [0.2, 0.2, 0.05],
  [0.5, 0.16, 0.04],
  [0.8, 0.24, 0.06],
  [0.3, 0.5, 0.07],
  [0.7, 0.55, 0.05],
  [0.25, 0.82, 0.04],
  [0.72, 0.85, 0.06],
].map(([x = 0, y = 0, radius = 0]) => ({ x, y, radius, ...wheal }));

function look(
  spots: readonly DrawnSpot[],
  more: Partial<Parameters<typeof drawSpottedSkin>[0]> = {},
): EyeFinding {
  const tone = tones['medium'] ?? [0, 0, 0];
  return lookForWheals({ image: drawSpottedSkin({ sidePx: 256, tone, spots, ...more }), nets });
}

it.each(Object.entries(tones))('counts wheals on %s skin in bright and dim light', (_name, tone) => {
  for (const light of [1, 0.6]) {
    const { figures, boxes } = look(seven, { tone, light });
    expect(figures['wheals']?.value).toBe(7);
    for (const { x, y, radius } of seven) {
      const hits = boxes.filter(
        (box) => Math.hypot((box.x1 + box.x2) / 512 - x, (box.y1 + box.y2) / 512 - y) < radius,
      );
      expect(hits).toHaveLength(1);
    }
  }
});

it.each(Object.entries(tones))('finds none on bare %s skin', (_name, tone) => {
  expect(look([], { tone }).boxes).toEqual([]);
  expect(look([], { tone, shade: 0.6 }).boxes).toEqual([]);
});

it.each([160, 256, 480])('finds the same wheals at %i pixels', (sidePx) => {
  expect(look(seven, { sidePx }).figures['wheals']?.value).toBe(7);
});

it('takes wheals that run together for one', () => {
  const pair = [0.44, 0.53].map((x) => ({ x, y: 0.5, radius: 0.06, blood: 0.14 }));
  const { boxes } = look(pair);
  expect(boxes).toHaveLength(1);
  expect(((boxes[0]?.x2 ?? 0) - (boxes[0]?.x1 ?? 0)) / 256).toBeCloseTo(0.21, 1);
});

it('is less sure of paler wheals, and never very sure', () => {
  const sure = [0.08, 0.14, 0.25].map((blood) =>
    look(seven.map((spot) => ({ ...spot, blood, bloodInMiddle: blood }))),
  );
  const [faint = 0, clear = 0, strong = 0] = sure.map(({ figures }) => figures['wheals']?.confidence);
  expect(faint).toBeLessThan(clear);
  expect(clear).toBeLessThan(strong);
  expect(strong).toBeLessThanOrEqual(0.8);
});

it('says how it was found and draws boxes', () => {
  const finding = look(seven.slice(0, 1));
  expect(finding).toMatchObject({ signs: {}, masks: [], drawing: 'annotation' });
  expect(finding.figures['wheals']?.method).toBe('measured');
  expect(finding.boxes[0]?.code).toBe('wheal');
});

it('finds none on grass', () => {
  expect(look(seven, { tone: [70, 140, 60] }).boxes).toEqual([]);
});

it.each([1, 2, 9, 17])('survives a picture of %i pixels', (sidePx) => {
  expect(look(seven, { sidePx }).figures['wheals']?.value).toBeGreaterThanOrEqual(0);
});
