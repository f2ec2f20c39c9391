// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';

/*
 * Red, yellow, black: a wound bed is read by its colour, as Cuzzell 1988 (Am J Nurs 88:1342-1346) taught it. The limits
 * between the colours below are our own convention, in hue, saturation and value of sRGB, tried on single colours only;
 * they are no clinical evidence.
 */

/** What a spot of the wound bed looks like. */
export const tissues = [
  'none',
  'granulation',
  'epithelium',
  'slough',
  'biofilm',
  'necrosis',
  'bone',
  'hardware',
] as const;

export type Tissue = (typeof tissues)[number];

/** Colour of the person's own skin; hues are read against it, so that warm or cold light matters less. */
export interface SkinColour {
  /** Degrees, -180 to 180. */
  readonly hue: number;
  /** 0-1: the largest of red, green and blue. */
  readonly value: number;
}

/** Hue of most skin under neutral light, degrees. Our own convention: between 10 and 25 on smartphone photographs */
export const usualSkinHue = 18;

/** Light shifts a hue by no more than this, degrees; beyond it the skin itself is coloured. Our own convention */
const largestHueShift = 10;

/** Hues in degrees after the shift: red below the first, yellow up to the second, green up to the third. Our own convention */
const hueLimits = { red: 17, yellow: 58, green: 170, redFromBlue: -60 };

/** Black and dark brown, as shares of the skin's own value. Our own convention */
const darkLimits = { black: 0.36, brown: 0.55 };

/** Even next to very bright or very dark skin, black is no lighter and no darker than this value. Chosen on our phantoms */
const blackestValues = { highest: 0.3, lowest: 0.19 };

/** Saturations: paler red than the first is new skin; paler yellow than the second is bone or tendon; below the third all is grey. Our own convention */
const saturationLimits = { pink: 0.38, ivory: 0.2, grey: 0.09, deepRed: 0.55 };

/** Bone and tendon are at least as bright as this share of the skin; metal is in between. Our own convention */
const brightLimits = { ivory: 0.95, metalDarkest: 0.4, metalBrightest: 0.9, pink: 0.7 };

/** One tissue per pixel, as its place in `tissues`; 0 outside the wound. */
export function classifyTissue(image: PixelImage, wound: Uint8Array, skin: SkinColour): Uint8Array {
  const { pixelsHwc } = image;
  const found = new Uint8Array(wound.length);
  const shift = clamp(usualSkinHue - skin.hue, largestHueShift);
  for (let pixel = 0, at = 0; pixel < wound.length; pixel++, at += 3) {
    if (wound[pixel] === 0) continue;
    const red = pixelsHwc[at] as number;
    const green = pixelsHwc[at + 1] as number;
    const blue = pixelsHwc[at + 2] as number;
    const highest = Math.max(red, green, blue);
    const spread = highest - Math.min(red, green, blue);
    const hue = hueOf(red, green, blue) + (spread === 0 ? 0 : shift);
    const saturation = highest === 0 ? 0 : spread / highest;
    found[pixel] = tissues.indexOf(nameTissue(hue, saturation, { value: highest / 255, skin: skin.value }));
  }
  return found;
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** Hue in degrees, -60 to 300: magenta-reds are negative. */
export function hueOf(red: number, green: number, blue: number): number {
  const highest = Math.max(red, green, blue);
  const spread = highest - Math.min(red, green, blue);
  if (spread === 0) return 0;
  if (highest === red) return (60 * (green - blue)) / spread;
  return highest === green ? 60 * (2 + (blue - red) / spread) : 60 * (4 + (red - green) / spread);
}

interface Brightness {
  readonly value: number;
  /** Of the skin. */
  readonly skin: number;
}

function nameTissue(hue: number, saturation: number, brightness: Brightness): Tissue {
  const isRed = hue < hueLimits.red && hue >= hueLimits.redFromBlue;
  if (isNecrotic(isRed, saturation, brightness)) return 'necrosis';
  const share = brightness.value / brightness.skin;
  if (saturation < saturationLimits.grey) return nameColourless(share);
  if (isRed)
    return saturation < saturationLimits.pink && share > brightLimits.pink ? 'epithelium' : 'granulation';
  if (hue < hueLimits.yellow) {
    return saturation < saturationLimits.ivory && share > brightLimits.ivory ? 'bone' : 'slough';
  }
  return hue < hueLimits.green ? 'biofilm' : 'granulation';
}

/** Black whatever the hue, unless it is the deep red of blood; dark brown where it is not red. */
function isNecrotic(isRed: boolean, saturation: number, { value, skin }: Brightness): boolean {
  const { highest, lowest } = blackestValues;
  const black = Math.max(lowest, Math.min(highest, darkLimits.black * skin));
  if (value < black) return !isRed || saturation < saturationLimits.deepRed;
  return !isRed && value < darkLimits.brown * skin;
}

function nameColourless(share: number): Tissue {
  if (share >= brightLimits.ivory) return 'bone';
  return share > brightLimits.metalDarkest && share < brightLimits.metalBrightest ? 'hardware' : 'slough';
}
