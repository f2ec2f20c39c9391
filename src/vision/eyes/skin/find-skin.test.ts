// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { depigmentedPatches } from '../../../../test/phantoms/features/depigmented-patches.ts';
import { inflamedPatch } from '../../../../test/phantoms/features/inflamed-patch.ts';
import { limb } from '../../../../test/phantoms/features/limb.ts';
import { lightNames } from '../../../../test/phantoms/lights.ts';
import { renderPhantom } from '../../../../test/phantoms/render-phantom.ts';
import { toneNames } from '../../../../test/phantoms/tones.ts';
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { findSkin } from './find-skin.ts';

const scaly = inflamedPatch({ x: 0.5, y: 0.5, radius: 0.25, erythema: 0.8, desquamation: 0.5 });
const pale = depigmentedPatches([{ x: 0.1, y: 0.1, radius: 0.3 }]);

/** Dice coefficient of two masks. */
function agree(left: Uint8Array, right: Uint8Array): number {
  let [both, sum] = [0, 0];
  for (let at = 0; at < left.length; at++) {
    const [inLeft, inRight] = [left[at] ? 1 : 0, right[at] ? 1 : 0];
    both += inLeft * inRight;
    sum += inLeft + inRight;
  }
  return (2 * both) / Math.max(1, sum);
}

const look = (image: PixelImage) => findSkin(image);

/** Half of one colour, half of another, left and right. */
function drawHalves(left: readonly number[], right: readonly number[]): PixelImage {
  const pixelsHwc = Uint8Array.from({ length: 64 * 64 * 3 }, (_, place) => {
    const half = Math.floor(place / 3) % 64 < 32 ? left : right;
    return half[place % 3] ?? 0;
  });
  return { pixelsHwc, widthPx: 64, heightPx: 64 };
}

function shareOfHalf(image: PixelImage, from: number): number {
  const { values } = look(image);
  const half = values.filter((_, at) => at % 64 >= from && at % 64 < from + 32);
  return half.reduce((sum, value) => sum + value, 0) / 255 / half.length;
}

describe.each(toneNames)('findSkin on tone %s', (tone) => {
  it.each(lightNames)('finds skin with its lesions and its pale patches, light %s', (light) => {
    for (const features of [[scaly], [pale]]) {
      const { image, truth } = renderPhantom({ seed: 5, tone, light, features, sidePx: 160 });
      expect(agree(look(image).values, truth.skin)).toBeGreaterThan(0.97);
    }
  });

  it('leaves out the cloth that a limb lies on', () => {
    const { image, truth } = renderPhantom({ seed: 6, tone, features: [scaly, limb(0.6)], sidePx: 160 });
    expect(agree(look(image).values, truth.skin)).toBeGreaterThan(0.93);
  });
});

const skin = [234, 196, 175];

it.each([
  ['a brown wall in shade', [85, 68, 60]],
  ['a dull wall', [104, 101, 95]],
  ['dark hair', [38, 30, 27]],
  ['a blue cloth', [40, 70, 130]],
])('leaves out %s', (_name, wall) => {
  expect(shareOfHalf(drawHalves(wall, skin), 0)).toBeLessThan(0.1);
  expect(shareOfHalf(drawHalves(wall, skin), 32)).toBeGreaterThan(0.9);
});

it('finds no skin in grass, in greys, and in pictures of a single pixel', () => {
  expect(shareOfHalf(drawHalves([60, 120, 40], [128, 128, 128]), 0)).toBe(0);
  const green = { pixelsHwc: Uint8Array.of(20, 200, 20), widthPx: 1, heightPx: 1 };
  expect(look(green).values).toEqual(Uint8Array.of(0));
  expect(look({ pixelsHwc: new Uint8Array(0), widthPx: 0, heightPx: 0 }).values).toHaveLength(0);
});
