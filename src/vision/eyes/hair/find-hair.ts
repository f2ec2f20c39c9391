// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { fillMap } from '../fill-mask.ts';
import { hueOf } from '../wound/classify-tissue.ts';
import type { SeenHead } from './find-scalp.ts';
import { measureStrands } from './measure-strands.ts';

/** Hair is darker than the person's skin by this much, as natural logarithm of brightness: surely not, surely. Our own convention */
const darker = { from: 0.5, to: 0.95 };

/** Hair is no greener or bluer than this: degrees of hue, from this saturation on. Our own convention */
const strangeColour = { hueFrom: 70, hueTo: 320, saturation: 0.25 };

/** Black without any texture is a background, not hair: texture 0-1, natural logarithm of brightness. Our own convention */
const emptyDark = { texture: 0.02, brightness: -2.4 };

/** Skin with less texture than this is bare. Our own convention */
const bareTexture = 0.3;

/** Without any skin in the picture its usual brightness stands in: the middle of the range, as natural logarithm. Our own convention */
const usualBrightness = -0.6;

/** Tells hair from skin: by fine texture, and by being much darker than the person's bare skin. */
export function findHair(image: PixelImage, skin: Uint8Array): SeenHead {
  const { strands, isCompared, brightness } = measureStrands(image, skin);
  const reference = skinBrightness(brightness, strands, skin);
  let [dark, sure] = [0, 0];
  const hair = strands.map((texture, at) => {
    if (isStrange(image.pixelsHwc, 3 * at)) return 0;
    const level = brightness[at] as number;
    if (texture < emptyDark.texture && level < emptyDark.brightness) return 0;
    const darkness = Math.max(0, Math.min(1, (reference - level - darker.from) / (darker.to - darker.from)));
    if (darkness >= 0.5) dark++;
    if (Math.max(texture, darkness) >= 0.5) sure++;
    return Math.max(texture, darkness);
  });
  const toldShare = isCompared ? 1 : dark / Math.max(1, sure);
  return { hair, toldShare, skin: fillMap(skin, (value) => value / 255), image };
}

function skinBrightness(brightness: Float32Array, strands: Float32Array, skin: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < skin.length; at++) {
    if ((skin[at] as number) < 128 || (strands[at] as number) > bareTexture) continue;
    sum += brightness[at] as number;
    count++;
  }
  return count === 0 ? usualBrightness : sum / count;
}

/** Whether a pixel has a colour that neither hair nor skin has. */
function isStrange(pixelsHwc: Uint8Array, at: number): boolean {
  const red = pixelsHwc[at] as number;
  const green = pixelsHwc[at + 1] as number;
  const blue = pixelsHwc[at + 2] as number;
  const highest = Math.max(red, green, blue);
  if (highest - Math.min(red, green, blue) < strangeColour.saturation * highest) return false;
  const hue = hueOf(red, green, blue);
  return hue > strangeColour.hueFrom && hue < strangeColour.hueTo;
}
