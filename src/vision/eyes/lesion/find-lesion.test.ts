// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { inflamedPatch } from '../../../../test/phantoms/features/inflamed-patch.ts';
import { renderPhantom } from '../../../../test/phantoms/render-phantom.ts';
import { toneNames } from '../../../../test/phantoms/tones.ts';
import { measureIndices } from '../colour/skin-indices.ts';
import { findSkin } from '../skin/find-skin.ts';
import { enlargeLesion } from './enlarge-lesion.ts';
import { findLesion, type Lesion } from './find-lesion.ts';
import { findPigmentSlope, freeOfPigment } from './free-of-pigment.ts';

type Phantom = ReturnType<typeof renderPhantom>;

function look({ image }: Phantom): Lesion {
  const indices = measureIndices(image);
  const skin = findSkin(image);
  const slope = findPigmentSlope(indices, skin);
  return findLesion({ ...indices, erythema: freeOfPigment(indices, slope) }, skin);
}

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

const place = { x: 0.55, y: 0.45, radius: 0.22 };

describe.each(toneNames)('findLesion on tone %s', (tone) => {
  it('outlines inflamed skin, bare or under scale', () => {
    for (const desquamation of [0, 0.4]) {
      const patch = inflamedPatch({ ...place, erythema: 0.8, desquamation });
      const phantom = renderPhantom({ seed: 8, tone, features: [patch], sidePx: 200 });
      const { inside, confidence, affectedPercent } = look(phantom);
      const truth = phantom.truth.masks['lesion'] ?? new Uint8Array(0);
      expect(agree(inside, truth)).toBeGreaterThan(0.9);
      expect(Math.abs(affectedPercent - (phantom.truth.percents['lesion'] ?? 0))).toBeLessThan(3);
      expect(confidence).toBeGreaterThan(0.5);
    }
  });

  it.each(['daylight', 'side', 'lamp'] as const)('finds nothing on calm skin in %s', (light) => {
    const lesion = look(renderPhantom({ seed: 9, tone, light, features: [], sidePx: 200 }));
    expect(lesion.affectedPercent).toBeLessThan(1);
  });

  it('does not take deeper pigment for inflammation', () => {
    const tan = (canvas: Parameters<ReturnType<typeof inflamedPatch>>[0]) => {
      const { sidePx, melanin } = canvas;
      for (let at = 0; at < melanin.length; at++) {
        const away = Math.hypot((at % sidePx) / sidePx - 0.5, Math.floor(at / sidePx) / sidePx - 0.5);
        if (away < 0.2) melanin[at] = (melanin[at] as number) + 0.3;
      }
      return { masks: {}, boxes: [], amounts: {} };
    };
    const lesion = look(renderPhantom({ seed: 10, tone, features: [tan], sidePx: 200 }));
    expect(lesion.affectedPercent).toBeLessThan(2);
  });
});

it('trusts little where all skin is inflamed and none is left to compare with', () => {
  const all = inflamedPatch({ x: 0.5, y: 0.5, radius: 1, erythema: 1 });
  const some = inflamedPatch({ ...place, erythema: 1 });
  const [whole, part] = [all, some].map((feature) =>
    look(renderPhantom({ seed: 11, tone: 'II', features: [feature], sidePx: 200 })),
  );
  expect(whole?.confidence).toBeLessThan(0.4);
  expect(part?.confidence).toBeGreaterThan(0.6);
});

it('trusts little where hardly any skin is to be seen', () => {
  const { image } = renderPhantom({ seed: 12, tone: 'III', features: [], sidePx: 200 });
  const cover = (seenPx: number): Phantom['image'] => ({
    ...image,
    pixelsHwc: image.pixelsHwc.map((value, at) => {
      const [x, y] = [Math.floor(at / 3) % 200, Math.floor(at / 600)];
      return Math.max(x, y) < seenPx ? value : ([40, 90, 160][at % 3] ?? 0);
    }),
  });
  const [little, enough, all] = [25, 100, 200].map((seenPx) => {
    const covered = cover(seenPx);
    return findLesion(measureIndices(covered), findSkin(covered)).confidence;
  });
  expect(little).toBeGreaterThan(0);
  expect(little).toBeLessThan(0.15);
  expect(enough).toBe(all);
});

it('finds nothing, and trusts nothing, without skin', () => {
  const indices = measureIndices({ pixelsHwc: new Uint8Array(3 * 12), widthPx: 4, heightPx: 3 });
  const lesion = findLesion(indices, { values: new Uint8Array(12), widthPx: 4, heightPx: 3 });
  expect(lesion).toMatchObject({ insidePx: 0, affectedPercent: 0, confidence: 0 });
});

it('enlarges to the size of the picture, with a margin that a factor does not divide', () => {
  const patch = inflamedPatch({ ...place, erythema: 0.8 });
  const lesion = look(renderPhantom({ seed: 8, tone: 'III', features: [patch], sidePx: 160 }));
  const large = enlargeLesion(lesion, { widthPx: 321, heightPx: 320 }, 2);
  expect(large.mask.values).toHaveLength(321 * 320);
  expect(large.insidePx / (4 * lesion.insidePx)).toBeCloseTo(1, 1);
  expect(large.insidePx + large.aroundPx).toBeGreaterThan(0.98 * 321 * 320);
  expect(large.inside[144 * 321 + 176]).toBe(1);
  expect(large.around[10 * 321 + 10]).toBe(1);
});
