// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import type { Mask } from '../eye.ts';
import { fillMap, fillMask } from '../fill-mask.ts';
import { labelRegions } from '../label-regions.ts';
import { smoothMap } from '../smooth-map.ts';
import { ramp, type SkinMaps } from './map-surroundings.ts';

/** A picture in which a wound is looked for without a net. */
export interface ColourPicture extends SkinMaps {
  readonly image: PixelImage;
  /** Above 0 where there is skin, open skin included. */
  readonly skin: Uint8Array;
}

/**
 * Redder, yellower, darker than the skin nearby: not a wound, surely one. Optical densities. Our own convention, not
 * fitted but for the darkness: mean Dice 0.36 on 40 photographs of diabetic foot ulcers, 13 of them below 0.05
 */
const apart = {
  redder: { from: 0.06, to: 0.2 },
  yellower: { from: 0.25, to: 0.7 },
  darker: { from: 0.35, to: 0.7 },
};

/** Skin nearby: within this share of the picture's longer side. Our own convention */
const nearbyShare = 0.1;

/** The outermost skin is often shade: so much of the neighbourhood must be skin, within this share of the longer side. Our own convention */
const inside = { radiusShare: 0.02, from: 0.7, to: 0.95 };

/** Keeps means defined where no skin is near; a level of a mask. */
const leastAround = 1 / 256;

/** A wound is what most of its neighbourhood is, pixels. Our own convention */
const smoothPx = 3;

/** Further wounds have at least this share of the weight of the first. Our own convention */
const furtherShare = 0.35;

/** The first wound has at least this share of the picture as weight. Our own convention */
const leastWeight = 0.001;

/** Probability map of open wounds by colour alone: against the skin nearby, well within the body. A makeshift. */
export function findWoundByColour(picture: ColourPicture): Mask {
  const { image, skin } = picture;
  const { widthPx, heightPx } = image;
  const score = smoothMap(scorePixels(picture), image, smoothPx);
  const marked = fillMask(score, (value) => (value >= 0.5 ? 1 : 0));
  const { labels, regions } = labelRegions(marked, image);
  const weights = new Float64Array(regions.length + 1);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number;
    if (label > 0) weights[label] = (weights[label] as number) + (score[at] as number);
  }
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  const least = Math.max(furtherShare * most, leastWeight * skin.length);
  const values = fillMask(score, (value, at) => {
    const isKept = (weights[labels[at] as number] as number) >= least;
    return Math.round(255 * (isKept ? value : Math.min(value, 0.5 - 1 / 128)));
  });
  return { values, widthPx, heightPx };
}

function scorePixels({ image, indices, pigment, skin }: ColourPicture): Float32Array {
  const longest = Math.max(image.widthPx, image.heightPx);
  const weight = fillMap(skin, (value) => (value > 0 ? 1 : 0));
  const radiusPx = Math.round(nearbyShare * longest);
  const around = smoothMap(weight, image, radiusPx);
  const near = (map: Float32Array) => {
    const onSkin = new Float32Array(map.length);
    for (let at = 0; at < map.length; at++) onSkin[at] = (map[at] as number) * (weight[at] as number);
    const means = smoothMap(onSkin, image, radiusPx);
    for (let at = 0; at < means.length; at++) {
      means[at] = (means[at] as number) / Math.max(around[at] as number, leastAround);
    }
    return means;
  };
  const [redness, colour, shade] = [near(indices.erythema), near(pigment), near(indices.melanin)];
  const body = smoothMap(weight, image, Math.round(inside.radiusShare * longest));
  return weight.map((isSkin, at) => {
    if (isSkin === 0) return 0;
    const red = ramp((indices.erythema[at] as number) - (redness[at] as number), apart.redder);
    const yellow = ramp((pigment[at] as number) - (colour[at] as number), apart.yellower);
    const dark = ramp((indices.melanin[at] as number) - (shade[at] as number), apart.darker);
    return Math.max(red, yellow, dark) * ramp(body[at] as number, inside);
  });
}
