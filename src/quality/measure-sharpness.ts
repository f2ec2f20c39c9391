// SPDX-License-Identifier: Apache-2.0

import type { GradingCurve } from './grade.ts';
import type { GreyImage } from './pixel-image.ts';
import type { QualityPicture } from './quality-picture.ts';

/** Distances over which grey levels are compared, in pixels of a picture of `judgedSidePx`. */
const distancesPx = [2, 4, 8, 16] as const;

/** Rounding to whole grey levels alone adds this variance. */
const roundingVariance = 1 / 12;

/**
 * JPEG takes away the finest part of faint noise, by which noise is measured, and leaves the rest, which passes for
 * detail in a blurred picture: where any noise is seen at all, this variance more is taken off.
 * @source measured at JPEG quality 95: luma noise of 1.3 shows as 0.5, of 2.7 as 2.2; blurred pictures without noise
 * show 0.1 to 0.3, training/quality
 */
const hiddenNoiseVariance = 2.5;
const seenNoiseFrom = 0.35;
const seenNoiseTo = 0.6;

/** Keeps the logarithms finite in a flat picture. */
const least = 1e-3;

/** Every second row is enough for a mean. */
const rowStep = 2;

/** Mean squared difference between pixels `distance` apart along one axis. */
function meanSquaredDifference(image: GreyImage, distance: number, isAcross: boolean): number {
  const { pixels, widthPx, heightPx } = image;
  const columns = Math.max(0, isAcross ? widthPx - distance : widthPx);
  const rows = isAcross ? heightPx : heightPx - distance;
  const step = isAcross ? distance : distance * widthPx;
  let sum = 0;
  let count = 0;
  for (let y = 0; y < rows; y += rowStep) {
    const end = y * widthPx + columns;
    for (let at = y * widthPx; at < end; at++) {
      const difference = (pixels[at + step] as number) - (pixels[at] as number);
      sum += difference * difference;
    }
    count += columns;
  }
  return count > 0 ? sum / count : 0;
}

interface Scale {
  readonly image: GreyImage;
  readonly distances: readonly number[];
  readonly noise: number;
}

/**
 * How much faster than distance differences grow along one axis: the exponent of the structure function, from
 * about 0.5 (crisp texture) over 1 (clean edges) to 2 (nothing but smooth shading).
 */
function measureExponent(scale: Scale, isAcross: boolean): number {
  const seen = (scale.noise - seenNoiseFrom) / (seenNoiseTo - seenNoiseFrom);
  const hidden = hiddenNoiseVariance * Math.max(0, Math.min(1, seen));
  const offset = 2 * (scale.noise ** 2 + hidden + roundingVariance);
  const energies = scale.distances.map((distance) =>
    Math.max(least, meanSquaredDifference(scale.image, distance, isAcross) - offset),
  );
  const slope = (near: number, far: number): number => {
    const growth = Math.log((energies[far] ?? least) / (energies[near] ?? least));
    return Math.max(
      0,
      Math.min(2, growth / Math.log((scale.distances[far] ?? 2) / (scale.distances[near] ?? 1))),
    );
  };
  return (slope(0, 1) + slope(0, 2) + slope(1, 3)) / 3;
}

/** A shaken picture is sharp along one axis, so nearly all of the weight goes to the blurrier one. */
const blurrierWeight = 0.9;

function measureSmoothness(scale: Scale): number {
  const across = measureExponent(scale, true);
  const down = measureExponent(scale, false);
  return blurrierWeight * Math.max(across, down) + (1 - blurrierWeight) * Math.min(across, down);
}

/** Side of the blocks whose means make the coarse picture; it has a quarter of the noise. */
const blockPx = 4;

function averageBlocks(image: GreyImage): GreyImage {
  const widthPx = Math.floor(image.widthPx / blockPx);
  const heightPx = Math.floor(image.heightPx / blockPx);
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0, out = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, out++) {
      let sum = 0;
      for (let row = 0; row < blockPx; row++) {
        const start = (y * blockPx + row) * image.widthPx + x * blockPx;
        for (let at = start; at < start + blockPx; at++) sum += image.pixels[at] as number;
      }
      pixels[out] = sum / blockPx ** 2 + 0.5;
    }
  }
  return { pixels, widthPx, heightPx };
}

/** Grey levels of noise between which the coarse picture gradually takes over from the fine one. */
const trustedNoise = 3;
const hidingNoise = 9;

/**
 * The same picture looks a little sharper at the coarse scale.
 * @source calibration, training/quality: difference on photographs with a blur of 2 %
 */
const coarseOffset = 0.15;

/**
 * Smoothness of the picture, 0 (all fine detail) to 2 (blurred beyond use). It compares the picture with itself at
 * several scales, so neither contrast nor the amount of detail matters: calm but sharp skin is sharp. The noise is
 * taken off first, because it would pass for detail; where it hides the fine scales, coarser ones are asked.
 * @param noise standard deviation in grey levels
 * @source structure function exponent, Kolmogorov 1941; the choice of scales is ours, training/quality
 */
export function measureBlur(picture: QualityPicture, noise: number): number {
  const { grey, fineness } = picture;
  const hidden = Math.max(0, Math.min(1, (noise - trustedNoise) / (hidingNoise - trustedNoise)));
  const distances = distancesPx.map((distance) => Math.round(distance * fineness));
  const fine = hidden < 1 ? measureSmoothness({ image: grey, distances, noise }) : 0;
  if (hidden === 0) return fine;
  const blocks = { image: averageBlocks(grey), distances: [1, 2, 4, 8], noise: noise / blockPx };
  const coarse = Math.min(2, measureSmoothness(blocks) + coarseOffset);
  return (1 - hidden) * fine + hidden * coarse;
}

/** @source calibration on unharmed and degraded photographs, training/quality */
export const blurCurve: GradingCurve = [
  [1.2, 1],
  [1.35, 0.9],
  [1.5, 0.62],
  [1.62, 0.41],
  [1.75, 0.27],
  [1.85, 0.16],
  [1.93, 0.08],
  [2, 0.02],
];
