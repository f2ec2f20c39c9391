// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import type { SkinIndices } from '../colour/skin-indices.ts';
import { acrossAt, findTones, type SkinTones, separation } from './find-tones.ts';
import { lightAt } from './flatten-light.ts';
import { measurePigment } from './measure-pigment.ts';
import type { TwoTones } from './separate-tones.ts';

/** Skin without pigment, and how clearly it stands apart. */
export interface PaleSkin {
  /** 0-1 per pixel. */
  readonly pale: Float32Array;
  /** 0-1. */
  readonly confidence: number;
}

/**
 * Pale skin differs from pigmented skin by at least this much pigment index, and by this many standard deviations.
 * Our own convention; even skin of one tone under level and falling light was tried and stays below
 */
const leastContrast = 0.1;
const leastSeparation = 2.2;

/** A contrast, and a separation, from which on nothing is left to doubt. Our own convention */
const clearContrast = 0.5;
const clearSeparation = 5;

/** A measured percentage is never surer than this. Our own convention */
const mostConfident = 0.8;

/**
 * Melanin that is gone gives back red light too, and green a little more: for each unit of pigment index so much red, and the
 * skin looks at most so much less red. Shade, blood, nails and other parts of the body change colours otherwise. Measured on
 * unaffected skin of photographs (34 of 106 showed two tones, 2 still do) and on our phantoms.
 */
const melaninLoss = { leastLighter: 0.15, mostLighter: 0.75, mostLessRed: 0.26 };

/** Skin without melanin holds at most this pigment index, even in the light of a lamp. Chosen on our phantoms */
const mostPigment = 1.6;

/** Where nearly all is pale, the rest is a mole or a shade unless the pale tone holds next to no pigment. Our own convention */
const nearlyAll = { share: 0.8, mostPigment: 0.75 };

/** Confidence that skin of one tone is not depigmented: it could be so throughout. Our own convention */
const oneToneConfidence = 0.45;

/**
 * Skin of one tone with less pigment index than this is chalk white throughout; nothing in the picture proves it.
 * A camera's white balance moves it; chosen on our phantoms, so that the palest unaffected skin under cool light stays above it
 */
const chalkWhite = 0.4;
const chalkConfidence = 0.2;

/** What pale skin is found in. */
export interface PigmentPicture {
  readonly image: PixelImage;
  readonly indices: SkinIndices;
  /** Above 0 where there is skin; reflections of the lamp left out. */
  readonly skin: Uint8Array;
}

/** Finds skin that lost its pigment, against the person's own pigmented skin in the same picture. */
export function findPaleSkin({ image, indices, skin }: PigmentPicture): PaleSkin {
  const values = measurePigment(image);
  const { widthPx, heightPx } = image;
  const found = findTones({ values, skin, widthPx, heightPx });
  if (found === null) return { pale: new Float32Array(values.length), confidence: 0 };
  const contrast = found.tones.high.mean - found.tones.low.mean;
  const apart = separation(found.tones);
  if (contrast < leastContrast || apart < leastSeparation || !isBleached(found.tones)) {
    return judgeOneTone(values, skin);
  }
  const pale = drawPale(values, image, found);
  if (!isLossOfMelanin({ pale, indices, skin }, contrast)) return judgeOneTone(values, skin);
  const confidence =
    mostConfident * ramp(contrast, leastContrast, clearContrast) * ramp(apart, 0, clearSeparation);
  return { pale, confidence };
}

/** Whether the paler tone is pale enough for skin without melanin. */
function isBleached({ low }: TwoTones): boolean {
  return low.mean <= (low.share > nearlyAll.share ? nearlyAll.mostPigment : mostPigment);
}

interface Parted {
  readonly pale: Float32Array;
  readonly indices: SkinIndices;
  readonly skin: Uint8Array;
}

/** Whether the two tones differ as skin with and without melanin does. */
function isLossOfMelanin({ pale, indices, skin }: Parted, contrast: number): boolean {
  const [dark, red, counts] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)];
  for (let at = 0; at < skin.length; at++) {
    if (skin[at] === 0) continue;
    const side = (pale[at] as number) >= 0.5 ? 1 : 0;
    dark[side] = (dark[side] as number) + (indices.melanin[at] as number);
    red[side] = (red[side] as number) + (indices.erythema[at] as number);
    counts[side] = (counts[side] as number) + 1;
  }
  const fall = ([of = 0, within = 0]: Float64Array): number =>
    (of / Math.max(1, counts[0] ?? 0) - within / Math.max(1, counts[1] ?? 0)) / contrast;
  const lighter = fall(dark);
  const { leastLighter, mostLighter, mostLessRed } = melaninLoss;
  return lighter >= leastLighter && lighter <= mostLighter && fall(red) <= mostLessRed;
}

function ramp(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}

function judgeOneTone(values: Float32Array, skin: Uint8Array): PaleSkin {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    if (skin[at] === 0) continue;
    sum += values[at] as number;
    count++;
  }
  const isChalk = count > 0 && sum / count < chalkWhite;
  return {
    pale: new Float32Array(values.length).fill(isChalk ? 1 : 0),
    confidence: isChalk ? chalkConfidence : oneToneConfidence,
  };
}

/** Half at the boundary between the tones, full and nothing at their means. */
function drawPale(
  values: Float32Array,
  { widthPx, heightPx }: PixelImage,
  { tones, light }: SkinTones,
): Float32Array {
  const { low, high, boundary } = tones;
  const pale = new Float32Array(values.length);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const down = acrossAt(y, heightPx);
    for (let x = 0; x < widthPx; x++, at++) {
      const flat = (values[at] as number) - lightAt(light, acrossAt(x, widthPx), down);
      const far = flat < boundary ? boundary - low.mean : high.mean - boundary;
      pale[at] = 0.5 + 0.5 * Math.max(-1, Math.min(1, (boundary - flat) / Math.max(far, leastContrast / 4)));
    }
  }
  return pale;
}
