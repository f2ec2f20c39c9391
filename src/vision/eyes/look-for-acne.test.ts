// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { AcneFindings, EyePicture, FoundBox } from './eye.ts';
import { lookForAcne } from './look-for-acne.ts';

const image = { pixelsHwc: new Uint8Array(3 * 16).fill(200), widthPx: 4, heightPx: 4 };

/** Lesions 10 wide at these middles. */
const spotsAt = (...middles: readonly number[]): FoundBox[] =>
  middles.map((x) => ({ code: 'acne', confidence: 0.8, x1: x - 5, x2: x + 5, y1: 0, y2: 10 }));

const pictureWith = (acne: Partial<AcneFindings>): EyePicture => ({
  image,
  nets: {
    lesion: null,
    wound: null,
    acne: { boxes: [], expectedCount: 0, gradeProbabilities: [0.1, 0.2, 0.3, 0.4], ...acne },
  },
});

describe('lookForAcne', () => {
  it('counts the lesions and says how close together they lie', () => {
    const boxes = spotsAt(0, 15, 100);
    const { figures, ...finding } = lookForAcne(pictureWith({ boxes, expectedCount: 3 }));
    expect(finding).toMatchObject({ boxes, drawing: 'annotation', masks: [], signs: {} });
    expect(figures['acne']).toMatchObject({ value: 3, method: 'learned' });
    expect(figures['acne']?.confidence).toBeCloseTo(0.8);
    expect(figures['acneDensity']?.value).toBeCloseTo(2 / 3);
    expect(figures['acneGrade']).toEqual({ value: 3, confidence: 0.4, method: 'learned' });
  });

  it('counts a neighbour up to two diameters away and no farther', () => {
    const density = (apart: number) =>
      lookForAcne(pictureWith({ boxes: spotsAt(0, apart) })).figures['acneDensity']?.value;
    expect(density(20)).toBe(1);
    expect(density(20.1)).toBe(0);
  });

  it('is less sure of finding none where some were expected', () => {
    const none = (expectedCount: number) => lookForAcne(pictureWith({ expectedCount })).figures['acne'];
    expect(none(0)).toMatchObject({ value: 0, confidence: 1 });
    expect(none(3)?.confidence).toBeLessThan(0.5);
  });

  it('measures red spots where there is no net', () => {
    const side = 200;
    const pixelsHwc = Uint8Array.from({ length: 3 * side * side }, (_, at) => {
      const pixel = Math.floor(at / 3);
      const [x, y] = [pixel % side, Math.floor(pixel / side)];
      const isSpot = [50, 150].some((middle) => Math.hypot(x - middle, y - 100) < 5);
      return (isSpot ? [190, 90, 85] : [215, 170, 150])[at % 3] ?? 0;
    });
    const nets = { lesion: null, wound: null, acne: null };
    const picture = { image: { pixelsHwc, widthPx: side, heightPx: side }, nets };
    const { figures, boxes } = lookForAcne(picture);
    expect(boxes.map(({ code }) => code)).toEqual(['acne', 'acne']);
    expect(figures['acne']).toMatchObject({ value: 2, method: 'measured' });
    expect(figures['acneDensity']).toMatchObject({ value: 0, method: 'measured' });
    expect(figures['acneGrade']).toBeUndefined();
  });
});
