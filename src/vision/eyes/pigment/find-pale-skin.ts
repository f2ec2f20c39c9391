// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../pixel-image.ts';
import { acrossAt, findTones, type SkinTones, separation } from './find-tones.ts';
import { lightAt } from './flatten-light.ts';
import { measurePigment } from './measure-pigment.ts';

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

/** Confidence that skin of one tone is not depigmented: it could be so throughout. Our own convention */
const oneToneConfidence = 0.45;

/**
 * Skin of one tone with less pigment index than this is chalk white throughout; nothing in the picture proves it.
 * Our own convention, never tried on skin; a camera's white balance moves it
 */
const chalkWhite = 0.3;
const chalkConfidence = 0.2;

/** Finds skin that lost its pigment, against the person's own pigmented skin in the same picture. */
export function findPaleSkin(image: PixelImage, skin: Uint8Array): PaleSkin {
  const values = measurePigment(image);
  const { widthPx, heightPx } = image;
  const found = findTones({ values, skin, widthPx, heightPx });
  if (found === null) return { pale: new Float32Array(values.length), confidence: 0 };
  const contrast = found.tones.high.mean - found.tones.low.mean;
  const apart = separation(found.tones);
  if (contrast < leastContrast || apart < leastSeparation) return judgeOneTone(values, skin);
  const confidence =
    mostConfident * ramp(contrast, leastContrast, clearContrast) * ramp(apart, 0, clearSeparation);
  return { pale: drawPale(values, image, found), confidence };
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
