// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest';
import type { Eye } from '../../src/vision/eyes/eye.ts';
import { lookForAcne } from '../../src/vision/eyes/look-for-acne.ts';
import { lookForDepigmentation } from '../../src/vision/eyes/look-for-depigmentation.ts';
import { lookForHairLoss } from '../../src/vision/eyes/look-for-hair-loss.ts';
import { lookForSuppuration } from '../../src/vision/eyes/look-for-suppuration.ts';
import { lookForUnspecific } from '../../src/vision/eyes/look-for-unspecific.ts';
import { lookForWheals } from '../../src/vision/eyes/look-for-wheals.ts';
import { lookForWound } from '../../src/vision/eyes/look-for-wound.ts';
import { cameraNames } from './cameras.ts';
import { lightNames } from './lights.ts';
import { renderPhantom } from './render-phantom.ts';
import { type ToneName, toneNames } from './tones.ts';

const nets = { lesion: null, wound: null, acne: null };

/** Skin with nothing on it, in every light. */
const draw = (tone: ToneName) =>
  lightNames.map((light, at) => {
    const camera = cameraNames[at % cameraNames.length] ?? 'good';
    return renderPhantom({ seed: 100 + at, tone, light, camera, features: [], sidePx: 256 }).image;
  });

/** What each eye counts, and how many of it unaffected skin may show on average. */
const counted: readonly (readonly [string, Eye, readonly string[], number])[] = [
  ['wheals', lookForWheals, ['wheals'], 0.2],
  ['nodules and the like', lookForSuppuration, ['nodule', 'abscess', 'drainingTunnel'], 0.2],
  ['inflammations', lookForUnspecific, ['inflammations'], 0.2],
  ['acne', lookForAcne, ['acne'], 0.2],
  ['depigmented percent', lookForDepigmentation, ['depigmentation'], 1],
];

describe.each(toneNames)('unaffected skin of tone %s', (tone) => {
  let images: ReturnType<typeof draw>;
  beforeAll(() => {
    images = draw(tone);
  });

  it.each(counted)('shows next to no %s', (_, eye, figures, most) => {
    const total = images.reduce((sum, image) => {
      const found = eye({ image, nets }).figures;
      return sum + figures.reduce((value, name) => value + (found[name]?.value ?? Number.NaN), 0);
    }, 0);
    expect(total / images.length).toBeLessThanOrEqual(most);
  });

  it('is surely neither a bald scalp nor a wound', () => {
    for (const image of images) {
      expect(lookForHairLoss({ image, nets }).figures['hairLoss']?.confidence).toBeLessThan(0.3);
      const confidences = Object.values(lookForWound({ image, nets }).figures).map((each) => each.confidence);
      expect(confidences.length).toBeGreaterThan(0);
      expect(Math.max(...confidences)).toBeLessThan(0.3);
    }
  });
});
