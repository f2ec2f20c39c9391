// SPDX-License-Identifier: Apache-2.0
import type { Mask } from '../eye.ts';
import { fillMap } from '../fill-mask.ts';
import { smoothMap } from '../smooth-map.ts';

/** How red each place is beyond the person's own skin, as optical density. */
export interface Excess {
  readonly excess: Float32Array;
  /** The own redness near each place. */
  readonly ground: Float32Array;
  /** From here on skin counts as inflamed. */
  readonly threshold: number;
  /** Whether the picture shows unaffected skin to compare with. */
  readonly hasOwn: boolean;
}

/** Every so many pixels are enough to know a distribution. */
const sampleStep = 5;

/** The person's own skin is neither the least red (scale, gloss) nor the reddest of the picture. Our own convention. */
const ownQuantile = 0.25;

/** A lesion is redder than the own skin by this much at least, as optical density. Measured on our phantoms. */
const leastExcess = 0.045;

/** ... and by this many times the scatter of the own skin. Our own convention. */
const leastDeviations = 3;

/** Middle of the absolute deviations of a normal distribution, as its standard deviation. @source 1 / Phi^-1(3/4) */
const deviationsPerMad = 1.4826;

/**
 * Redness of unaffected skin beside what pigment explains, and how much more of it is still likely: without any contrast, and
 * where a redder part stands out by `contrast` (then warm light makes the rest red). Optical density; chosen on our phantoms.
 */
const unaffected = { usual: 0.13, most: 0.13, mostBeside: 0.3, contrast: 0.1 };

/** The reddest of the picture. Our own convention. */
const reddestQuantile = 0.95;

function sampleSkin(map: Float32Array, skin: Uint8Array): Float32Array {
  const samples = new Float32Array(Math.ceil(map.length / sampleStep));
  let count = 0;
  for (let at = 0; at < map.length; at += sampleStep) {
    if (skin[at]) samples[count++] = map[at] as number;
  }
  return samples.subarray(0, count).sort();
}

const quantile = (sorted: Float32Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Scatter below the own redness: what is above may be lesion. */
function measureScatter(excess: Float32Array): number {
  const below = excess.filter((value) => value <= 0).map((value) => -value);
  return deviationsPerMad * quantile(below.sort(), 0.5);
}

/** Redness of unaffected skin drifts with light and shade over this reach, as a share of the shorter side. Our own convention. */
const driftShare = 0.15;

/** Skin this much redder or paler than the own hardly counts when the drift is followed, as optical density. Our own convention. */
const trust = 0.03;

/** The own redness near each place: the mean over the surroundings, in which lesions hardly count. */
function followDrift(redness: Float32Array, skin: Mask, own: number): Float32Array {
  const radiusPx = driftShare * Math.min(skin.widthPx, skin.heightPx);
  const weights = redness.map((value, at) =>
    skin.values[at] ? Math.exp(-Math.abs(value - own) / trust) : 0,
  );
  const sums = smoothMap(
    redness.map((value, at) => value * (weights[at] as number)),
    skin,
    radiusPx,
  );
  const counts = smoothMap(weights, skin, radiusPx);
  return sums.map((sum, at) => {
    const count = counts[at] as number;
    return (sum + leastWeight * own) / (count + leastWeight);
  });
}

/** What the own redness of the whole picture counts in a place without any of its own. Our own convention. */
const leastWeight = 0.01;

/** A lesion ends where this share of its redness is left: the edge of a soft one lies about there. Our own convention. */
const edgeShare = 0.4;

/** Where redness begins to count: beyond the own scatter, and near the edge of what stands out. */
function chooseThreshold(excess: Float32Array, skin: Mask): number {
  const sorted = sampleSkin(excess, skin.values);
  const least = Math.max(leastExcess, leastDeviations * measureScatter(sorted));
  const redder = sorted.filter((value) => value > least);
  const mean = redder.reduce((sum, value) => sum + value, 0) / Math.max(1, redder.length);
  return Math.max(least, edgeShare * mean);
}

/** Whether the less red skin of the picture can be the person's unaffected skin. */
function canBeOwn(sorted: Float32Array): boolean {
  const measured = quantile(sorted, ownQuantile);
  const stands = quantile(sorted, reddestQuantile) - measured > unaffected.contrast;
  return measured - unaffected.usual <= (stands ? unaffected.mostBeside : unaffected.most);
}

/**
 * How red each place is beyond the own skin, and where that begins to count; null without any skin.
 * @param redness freed of what pigment and shade explain
 */
export function findExcess(redness: Float32Array, skin: Mask): Excess | null {
  const sorted = sampleSkin(redness, skin.values);
  if (sorted.length === 0) return null;
  if (!canBeOwn(sorted)) {
    const ground = new Float32Array(redness.length).fill(unaffected.usual);
    const excess = fillMap(redness, (value) => value - unaffected.usual);
    return { excess, ground, threshold: leastExcess, hasOwn: false };
  }
  const ground = followDrift(redness, skin, quantile(sorted, ownQuantile));
  const excess = fillMap(redness, (value, at) => value - (ground[at] as number));
  return { excess, ground, threshold: chooseThreshold(excess, skin), hasOwn: true };
}
