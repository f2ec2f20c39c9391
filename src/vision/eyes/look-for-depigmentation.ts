// SPDX-License-Identifier: Apache-2.0
import { measureIndices } from './colour/skin-indices.ts';
import { countPresent, presentFrom } from './count-present.ts';
import type { EyeFinding, EyePicture } from './eye.ts';
import { fillMask } from './fill-mask.ts';
import { dropGloss } from './pigment/drop-gloss.ts';
import { dropSpecks } from './pigment/drop-specks.ts';
import { findPaleSkin } from './pigment/find-pale-skin.ts';
import { findSkin } from './skin/find-skin.ts';

/** Share of the picture that skin must fill for a full confidence. Our own convention */
const enoughSkin = 0.15;

/** Looks for skin that lost its pigment; `depigmentation` is its percent of the visible skin, 0-100. */
export function lookForDepigmentation({ image }: EyePicture): EyeFinding {
  const { widthPx, heightPx } = image;
  const indices = measureIndices(image);
  const skin = findSkin(image).values;
  const matt = dropGloss(image, skin);
  const { pale, confidence } = findPaleSkin({ image, indices, skin: matt });
  const values = fillMask(pale, (value, at) => ((matt[at] as number) > 0 ? Math.round(255 * value) : 0));
  const paleMask = dropSpecks({ values, widthPx, heightPx });
  const skinMask = { values: skin, widthPx, heightPx };
  const skinPx = countPresent(skin);
  const value = skinPx === 0 ? 0 : (100 * countPresent(paleMask.values)) / skinPx;
  const sureness = confidence * Math.min(1, skinPx / (enoughSkin * skin.length));
  return {
    signs: {},
    figures: { depigmentation: { value, confidence: sureness, method: 'measured' } },
    boxes: [],
    masks: [
      { stem: 'skinMask', mask: skinMask, presentFrom, isOutlined: false },
      { stem: 'depigmentationMask', mask: paleMask, presentFrom, isOutlined: true },
    ],
    drawing: 'segmentation',
  };
}
