// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { inflamedPatch } from '../../../../test/phantoms/features/inflamed-patch.ts';
import { renderPhantom } from '../../../../test/phantoms/render-phantom.ts';
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { lookForEczema } from '../look-for-eczema.ts';
import { lookForPlaques } from '../look-for-plaques.ts';

const nets = { lesion: null, wound: null, acne: null };
const plaque = { x: 0.5, y: 0.5, radius: 0.25 };

function render(signs: Partial<Parameters<typeof inflamedPatch>[0]>, tone: 'I' | 'II' | 'V' | 'VI' = 'II') {
  const features = [inflamedPatch({ ...plaque, ...signs })];
  return renderPhantom({ seed: 21, tone, features, sidePx: 256 }).image;
}

/** Linear light of each channel times a factor. */
function relight({ pixelsHwc, widthPx, heightPx }: PixelImage, factors: readonly number[]): PixelImage {
  const tables = factors.map((factor) =>
    Uint8ClampedArray.from({ length: 256 }, (_, value) => 255 * (factor * (value / 255) ** 2.2) ** (1 / 2.2)),
  );
  return { pixelsHwc: pixelsHwc.map((value, at) => tables[at % 3]?.[value] ?? 0), widthPx, heightPx };
}

const level = (image: PixelImage, sign: string): number =>
  lookForPlaques({ image, nets }).signs[sign]?.value ?? Number.NaN;

describe('signs of a plaque', () => {
  const image = render({ erythema: 0.7, desquamation: 0.4, induration: 0.5 });

  it.each([
    ['a fifth brighter', [1.2, 1.2, 1.2]],
    ['a fifth darker', [0.8, 0.8, 0.8]],
    ['warmer', [1.06, 1, 0.88]],
    ['cooler', [0.95, 1, 1.08]],
  ])('are hardly other in a light that is %s', (_name, factors) => {
    const other = relight(image, factors);
    expect(Math.abs(level(other, 'erythema') - level(image, 'erythema'))).toBeLessThan(0.1);
    expect(Math.abs(level(other, 'induration') - level(image, 'induration'))).toBeLessThan(0.15);
    expect(Math.abs(level(other, 'desquamation') - level(image, 'desquamation'))).toBeLessThan(0.2);
  });

  it('grow with what grows, and redness alike on light and dark skin', () => {
    for (const tone of ['I', 'VI'] as const) {
      const levels = [0.4, 0.7, 1].map((erythema) => level(render({ erythema }, tone), 'erythema'));
      expect(levels).toEqual([...levels].sort((left, right) => left - right));
      expect((levels[2] ?? 0) - (levels[0] ?? 0)).toBeGreaterThan(0.2);
    }
    const [light, dark] = (['I', 'VI'] as const).map((tone) =>
      level(render({ erythema: 0.7 }, tone), 'erythema'),
    );
    expect(Math.abs((light ?? 0) - (dark ?? 0))).toBeLessThan(0.15);
  });
});

it('trusts texture less in a blurred picture, colour as before', () => {
  const sharp = render({ erythema: 0.8, lichenification: 0.8 });
  const { widthPx } = sharp;
  const pixelsHwc = sharp.pixelsHwc.slice();
  const reach = 8;
  for (let at = 0; at < pixelsHwc.length; at++) {
    const [pixel, channel] = [Math.floor(at / 3), at % 3];
    let [sum, count] = [0, 0];
    for (let down = -reach; down <= reach; down++) {
      for (let right = -reach; right <= reach; right++) {
        const value = sharp.pixelsHwc[3 * (pixel + down * widthPx + right) + channel];
        if (value === undefined) continue;
        sum += value;
        count++;
      }
    }
    pixelsHwc[at] = Math.round(sum / count);
  }
  const before = lookForEczema({ image: sharp, nets }).signs;
  const after = lookForEczema({ image: { ...sharp, pixelsHwc }, nets }).signs;
  expect(after['lichenification']?.confidence).toBeLessThan(
    0.6 * (before['lichenification']?.confidence ?? 0),
  );
  expect(after['erythema']?.confidence).toBeCloseTo(before['erythema']?.confidence ?? Number.NaN, 1);
});
