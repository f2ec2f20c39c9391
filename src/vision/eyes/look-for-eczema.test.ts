// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { inflamedPatch } from '../../../test/phantoms/features/inflamed-patch.ts';
import { renderPhantom } from '../../../test/phantoms/render-phantom.ts';
import { lookForEczema } from './look-for-eczema.ts';
import { lookForPlaques } from './look-for-plaques.ts';

const nets = { lesion: null, wound: null, acne: null };
const eyes = [
  ['lookForPlaques', lookForPlaques, ['desquamation', 'erythema', 'induration']],
  [
    'lookForEczema',
    lookForEczema,
    ['crusting', 'dryness', 'erythema', 'excoriation', 'induration', 'lichenification', 'swelling'],
  ],
] as const;

describe.each(eyes)('%s', (_name, look, signs) => {
  const patch = inflamedPatch({ x: 0.5, y: 0.5, radius: 0.25, erythema: 0.8 });
  const { image } = renderPhantom({ seed: 3, tone: 'III', features: [patch], sidePx: 256 });

  it('grades its signs, measures the area and outlines it', () => {
    const finding = look({ image, nets });
    expect(Object.keys(finding.signs).sort()).toEqual(signs);
    for (const { value, confidence, method } of Object.values(finding.signs)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
      expect(method).toBe('measured');
    }
    expect(finding.masks.map(({ stem, isOutlined }) => [stem, isOutlined])).toEqual([['mask', true]]);
    expect(finding.drawing).toBe('segmentation');
    expect(finding.figures['affectedPercent']?.value).toBeGreaterThan(10);
  });

  it('says the same of the same picture', () => {
    expect(look({ image: { ...image }, nets })).toEqual(look({ image, nets }));
  });

  it.each([
    [0, 0],
    [1, 1],
    [1, 700],
    [700, 2],
  ])('reads a picture of %i x %i', (widthPx, heightPx) => {
    const pixelsHwc = new Uint8Array(3 * widthPx * heightPx).fill(90);
    const { masks, figures } = look({ image: { pixelsHwc, widthPx, heightPx }, nets });
    expect(masks[0]?.mask.values).toHaveLength(widthPx * heightPx);
    expect(figures['affectedPercent']?.confidence).toBe(0);
  });

  it('grades nothing where there is no lesion', () => {
    const calm = renderPhantom({ seed: 4, tone: 'III', features: [], sidePx: 256 }).image;
    const { signs: readings, figures } = look({ image: calm, nets });
    expect(figures['affectedPercent']?.value).toBeLessThan(1);
    expect(readings['erythema']?.value).toBeLessThan(0.05);
  });
});
