// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../../quality/choose-working-size.ts';
import type { SkinIndices } from '../colour/skin-indices.ts';
import { presentFrom } from '../count-present.ts';
import type { Mask } from '../eye.ts';
import { fillMask } from '../fill-mask.ts';
import { labelRegions, paintRegions } from '../label-regions.ts';
import { smoothMap } from '../smooth-map.ts';
import { findExcess } from './find-excess.ts';
import { findScaly } from './find-scaly.ts';

/** Inflamed skin and the skin beside it. */
export interface Lesion {
  /** 0 (surely the own colour) to 255 (surely inflamed). */
  readonly mask: Mask;
  /** 1 where inflamed. */
  readonly inside: Uint8Array;
  /** 1 on unaffected skin. */
  readonly around: Uint8Array;
  /** How red each place is beyond the person's own skin, as optical density. */
  readonly excess: Float32Array;
  /** The own redness near each place, as optical density. */
  readonly ground: Float32Array;
  readonly insidePx: number;
  readonly aroundPx: number;
  /** Percent of the visible skin. */
  readonly affectedPercent: number;
  /** 0-1: how well the picture lets inflamed and unaffected skin be told apart. */
  readonly confidence: number;
}

/** Radius that evens out pores, hair and scale, as a share of the shorter side. Our own convention. */
const smoothShare = 0.012;

/** Redness that takes the mask from a quarter to three quarters, as optical density. Our own convention. */
const softness = 0.02;

/** Lesser islands are noise, lesser holes are scale, as a share of the skin. Our own convention. */
const leastIslandShare = 0.004;
const largestHoleShare = 0.02;

/** Beyond this share of the skin too little is left to compare with. Our own convention. */
const mostAffectedShare = 0.85;

/** Confidence in a plain picture, in one without unaffected skin, in one without any skin. Our own convention. */
const confidences = { plain: 0.75, noOwnSkin: 0.3, noSkin: 0 };

/** Share of the picture that skin must fill for a full confidence. Our own convention, as where pigment is lost. */
const enoughSkin = 0.15;

function removeSmall(marked: Uint8Array, size: PictureSize, leastPx: number): Uint8Array {
  return paintRegions(labelRegions(marked, size), ({ areaPx }) => (areaPx >= leastPx ? 1 : 0));
}

const invert = (marked: Uint8Array): Uint8Array => fillMask(marked, (value) => 1 - value);

function sum(values: Uint8Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Inflamed skin with the scale on it: without islands, with small holes closed. */
function cut(soft: Uint8Array, scaly: Uint8Array, skin: Mask): Uint8Array {
  const skinPx = sum(skin.values) / 255;
  const marked = fillMask(soft, (value, at) =>
    (value >= presentFrom || scaly[at]) && skin.values[at] ? 1 : 0,
  );
  const islands = removeSmall(marked, skin, leastIslandShare * skinPx);
  return invert(removeSmall(invert(islands), skin, largestHoleShare * skinPx));
}

function noLesion({ widthPx, heightPx, values }: Mask): Lesion {
  const empty = new Uint8Array(values.length);
  const around = fillMask(values, (value) => (value ? 1 : 0));
  return {
    mask: { values: empty, widthPx, heightPx },
    inside: empty,
    around,
    excess: new Float32Array(values.length),
    ground: new Float32Array(values.length),
    insidePx: 0,
    aroundPx: sum(around),
    affectedPercent: 0,
    confidence: confidences.noSkin,
  };
}

/** The soft mask, kept to where the cut one and its close surroundings are. */
function keepNear(values: Uint8Array, inside: Uint8Array, near: Float32Array): Uint8Array {
  return fillMask(values, (value, at) => {
    if (inside[at]) return Math.max(presentFrom, value);
    return (near[at] as number) > 0 ? Math.min(presentFrom - 1, value) : 0;
  });
}

/** Inflamed skin, by its redness against the person's own. */
export function findLesion(indices: SkinIndices, skin: Mask): Lesion {
  const radiusPx = smoothShare * Math.min(skin.widthPx, skin.heightPx);
  const redness = smoothMap(indices.erythema, skin, radiusPx);
  const levels = findExcess(redness, skin);
  if (levels === null) return noLesion(skin);
  const { excess, ground, threshold, hasOwn } = levels;
  const soft = fillMask(excess, (value, at) =>
    skin.values[at] ? Math.round(255 / (1 + Math.exp((threshold - value) / softness))) : 0,
  );
  const scaly = findScaly(indices, levels, { skin, radiusPx });
  const inside = cut(soft, scaly, skin);
  const around = fillMask(inside, (value, at) => (value === 0 && skin.values[at] ? 1 : 0));
  const [insidePx, aroundPx] = [sum(inside), sum(around)];
  const skinPx = insidePx + aroundPx;
  const isComparable = hasOwn && insidePx <= mostAffectedShare * skinPx;
  const seen = Math.min(1, skinPx / (enoughSkin * inside.length));
  const near = smoothMap(new Float32Array(inside), skin, radiusPx);
  const { widthPx, heightPx } = skin;
  return {
    mask: { values: keepNear(soft, inside, near), widthPx, heightPx },
    inside,
    around,
    excess,
    ground,
    insidePx,
    aroundPx,
    affectedPercent: (100 * insidePx) / Math.max(1, skinPx),
    confidence: seen * (isComparable ? confidences.plain : confidences.noOwnSkin),
  };
}
