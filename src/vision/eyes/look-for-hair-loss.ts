// SPDX-License-Identifier: Apache-2.0
import { countPresent, presentFrom } from './count-present.ts';
import type { EyeFinding, EyePicture, NamedMask } from './eye.ts';
import { fillMask } from './fill-mask.ts';
import { findHair } from './hair/find-hair.ts';
import { findScalp, type Scalp } from './hair/find-scalp.ts';
import { findSkin } from './skin/find-skin.ts';

/** A measured percentage is never surer than this. Our own convention: nothing here was checked against clinicians */
const mostConfident = 0.8;

/** Share of the picture that hair and scalp must fill: below the first nothing is sure, from the second on it is enough. Our own convention */
const enoughScalp = { nothing: 0.03, enough: 0.25 };

/**
 * Where hardly any hair is seen, only colour says that this is a scalp at all, and light hair on light skin may have been
 * overlooked: of the confidence so much is left below the first share of hair, all from the second on. Our own convention
 */
const seenHair = { factor: 0.3, none: 0.02, enough: 0.4 };

/** Looks for hair and bare scalp; `hairLoss` is the bare percent of the visible scalp, 0-100. */
export function lookForHairLoss({ image }: EyePicture): EyeFinding {
  const skin = findSkin(image);
  const scalp = findScalp(findHair(image, skin.values));
  const masks = [toMask('hairMask', scalp.hair, image), toMask('baldnessMask', scalp.bald, image)];
  const [hairPx = 0, baldPx = 0] = masks.map(({ mask }) => countPresent(mask.values));
  const hairLoss = hairPx + baldPx === 0 ? 0 : (100 * baldPx) / (hairPx + baldPx);
  const confidence = rateConfidence(scalp, (hairPx + baldPx) / scalp.hair.length);
  return {
    signs: {},
    figures: { hairLoss: { value: hairLoss, confidence, method: 'measured' } },
    boxes: [],
    masks,
    drawing: 'segmentation',
  };
}

function toMask(stem: string, surely: Float32Array, { widthPx, heightPx }: EyePicture['image']): NamedMask {
  const values = fillMask(surely, (value) => Math.round(255 * value));
  return { stem, mask: { values, widthPx, heightPx }, presentFrom, isOutlined: true };
}

/** Falls with little scalp in the picture, with hair that is hard to tell from skin, and with little hair in it. */
function rateConfidence({ hair, bald, hairShare }: Scalp, share: number): number {
  const { nothing, enough } = enoughScalp;
  const size = Math.max(0, Math.min(1, (share - nothing) / (enough - nothing)));
  let sum = 0;
  let weight = 0;
  for (let at = 0; at < hair.length; at++) {
    const present = Math.max(hair[at] as number, bald[at] as number);
    if (present < 0.5) continue;
    sum += Math.abs((hair[at] as number) - (bald[at] as number));
    weight++;
  }
  const clearness = weight === 0 ? 0 : sum / weight;
  const seen = Math.max(0, Math.min(1, (hairShare - seenHair.none) / (seenHair.enough - seenHair.none)));
  return mostConfident * size * clearness * (seenHair.factor + (1 - seenHair.factor) * seen);
}
