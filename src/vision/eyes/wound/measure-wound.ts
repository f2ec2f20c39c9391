// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { classifyTissue, hueOf, type SkinColour, type Tissue, tissues } from './classify-tissue.ts';
import { drawZones, meanOver, type WoundZones, zones } from './draw-ring.ts';
import type { WoundFacts } from './grade-presences.ts';
import {
  mapSurroundings,
  type OwnSkin,
  readOwnSkin,
  type SkinMaps,
  type Surroundings,
} from './map-surroundings.ts';
import { readBorder } from './read-border.ts';

/** Everything that was measured on a wound. */
export interface MeasuredWound {
  readonly facts: WoundFacts;
  /** One tissue per pixel, as its place in `tissues`. */
  readonly tissue: Uint8Array;
  readonly around: Surroundings;
  /** Mean redness of the ring above the own skin, as erythema index. */
  readonly erythemaRise: number;
  /** Pixels of skin that the wound could be compared with. */
  readonly skinPx: number;
}

/** A wound in its picture; masks are 0 or 1, or above 0 where there is skin. */
export interface SeenWound extends SkinMaps {
  readonly image: PixelImage;
  readonly wound: Uint8Array;
  readonly skin: Uint8Array;
}

/** From here on a pixel of the ring counts as red or as soaked white. */
const counted = 0.5;

/** Measures the bed, the border and the surroundings. */
export function measureWound(seen: SeenWound): MeasuredWound {
  const { image, wound, skin } = seen;
  const drawn = drawZones({ wound, skin, widthPx: image.widthPx, heightPx: image.heightPx });
  const own = readOwnSkin(seen, drawn);
  const colour = readSkinColour(image, drawn, own);
  const tissue = classifyTissue(image, wound, colour);
  const around = mapSurroundings(seen, drawn, own);
  const border = readBorder(image, wound, drawn);
  const facts: WoundFacts = {
    tissue: shareTissues(tissue),
    necroticEdge: shareIn(tissue, drawn, (found) => tissues[found] === 'necrosis', 'edge'),
    macerated: shareIn(around.maceration, drawn, (value) => value >= counted, 'ring'),
    reddened: shareIn(around.erythema, drawn, (value) => value >= counted, 'ring'),
    borderContrast: border.contrast,
    borderSharpness: border.sharpness,
    rimRelief: border.relief,
    ...shareLooks(image, wound, colour),
  };
  const ring = meanOver(seen.indices.erythema, drawn, 'ring');
  const erythemaRise = ring.px === 0 || own.px === 0 ? 0 : ring.mean - own.erythema;
  return { facts, tissue, around, erythemaRise, skinPx: own.px };
}

function readSkinColour({ pixelsHwc }: PixelImage, drawn: WoundZones, own: OwnSkin): SkinColour {
  const name = own.px > 0 ? 'far' : 'ring';
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => {
    const values = new Uint8Array(drawn.zone.length);
    for (let at = 0; at < values.length; at++) values[at] = pixelsHwc[3 * at + channel] as number;
    return meanOver(values, drawn, name).mean;
  });
  const value = Math.max(red, green, blue) / 255;
  return value === 0 ? unseenSkin : { hue: hueOf(red, green, blue), value };
}

/** Stands in where no skin shows: the middle of skin in photographs. Our own convention */
const unseenSkin: SkinColour = { hue: 18, value: 0.7 };

function shareTissues(tissue: Uint8Array): Record<Tissue, number> {
  const counts = new Float64Array(tissues.length);
  for (const found of tissue) counts[found] = (counts[found] as number) + 1;
  const woundPx = Math.max(1, tissue.length - (counts[0] as number));
  const shareOf = (name: Tissue) => (counts[tissues.indexOf(name)] as number) / woundPx;
  return {
    none: 0,
    granulation: shareOf('granulation'),
    epithelium: shareOf('epithelium'),
    slough: shareOf('slough'),
    biofilm: shareOf('biofilm'),
    necrosis: shareOf('necrosis'),
    bone: shareOf('bone'),
    hardware: shareOf('hardware'),
  };
}

function shareIn(
  map: ArrayLike<number>,
  { zone }: WoundZones,
  ...[counts, name]: [(value: number) => boolean, (typeof zones)[number]]
): number {
  const wanted = zones.indexOf(name);
  let [px, found] = [0, 0];
  for (let at = 0; at < zone.length; at++) {
    if (zone[at] !== wanted) continue;
    px++;
    if (counts(map[at] as number)) found++;
  }
  return px === 0 ? 0 : found / px;
}

/**
 * Looks of the bed that are no tissue: mirror-like reflections; vivid blood; dull dark red; cream. Values are shares of
 * the skin's own value, hues are degrees, saturations 0-1. Our own convention
 */
const looks = {
  gloss: { value: 0.94, saturation: 0.14 },
  blood: { hue: 14, saturation: 0.72, darkest: 0.3 },
  darkRed: { hue: 16, saturation: 0.45, brightest: 0.6 },
  cream: { hueFrom: 36, hueTo: 66, saturation: 0.25, darkest: 0.8 },
};

function shareLooks({ pixelsHwc }: PixelImage, wound: Uint8Array, skin: SkinColour) {
  let [px, glossy, bloody, darkRed, creamy] = [0, 0, 0, 0, 0];
  for (let pixel = 0, at = 0; pixel < wound.length; pixel++, at += 3) {
    if (wound[pixel] === 0) continue;
    const red = pixelsHwc[at] as number;
    const green = pixelsHwc[at + 1] as number;
    const blue = pixelsHwc[at + 2] as number;
    const highest = Math.max(red, green, blue);
    const saturation = highest === 0 ? 0 : 1 - Math.min(red, green, blue) / highest;
    const hue = hueOf(red, green, blue);
    const share = highest / 255 / skin.value;
    px++;
    if (highest / 255 > looks.gloss.value && saturation < looks.gloss.saturation) glossy++;
    if (isCream(hue, saturation, share)) creamy++;
    if (hue > looks.darkRed.hue || saturation < looks.darkRed.saturation) continue;
    if (share < looks.darkRed.brightest) darkRed++;
    if (saturation > looks.blood.saturation && share > looks.blood.darkest) bloody++;
  }
  const of = (found: number) => (px === 0 ? 0 : found / px);
  return { glossy: of(glossy), bloody: of(bloody), darkRed: of(darkRed), creamy: of(creamy) };
}

function isCream(hue: number, saturation: number, share: number): boolean {
  const { hueFrom, hueTo, darkest } = looks.cream;
  return hue > hueFrom && hue < hueTo && saturation > looks.cream.saturation && share > darkest;
}
