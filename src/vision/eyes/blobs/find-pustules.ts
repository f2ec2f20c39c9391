// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { type Blob, findBlobs } from './find-blobs.ts';
import { around, averageOver, compareRings, inside } from './measure-spot.ts';
import { rateSpot } from './rate-spots.ts';
import type { Ground } from './read-ground.ts';
import type { ScalarMap } from './scale-space.ts';

/** Pus hides the redness beneath it: sizes in shares of the picture's shorter side. Chosen on our phantoms. */
const leastRadius = 0.004;
/** Smaller spots than this are grain, in pixels of radius. Our own convention. */
const leastPustulePx = 1.5;
const largestRadius = 0.025;
const leastContrast = 0.05;
const leastSignificance = 5;

/**
 * Pus is as yellow as what surrounds it or yellower, on brown skin hardly so; gloss and scale are whiter: optical
 * density. Chosen on our phantoms.
 */
const leastYellower = -0.01;

/** Pus shines in green light, which blood swallows: optical density. Chosen on our phantoms. */
const leastBrighter = 0.05;

/** Pus stands on red ground: its surroundings are redder than the skin's usual colour. Chosen on our phantoms. */
const leastRedGround = 0.03;

/** The share of the least red skin that counts as the person's own, bare skin. Our own convention. */
const bareShare = 0.2;

/** Every so many pixels are enough to know a colour. */
const sampleStep = 7;

/** Redness of the person's own skin, away from the lesions. */
function measureBareRedness({ redness, skin }: Ground): number {
  const levels = new Float32Array(Math.ceil(skin.values.length / sampleStep));
  let count = 0;
  for (let at = 0; at < skin.values.length; at += sampleStep) {
    if (skin.values[at]) levels[count++] = redness.values[at] as number;
  }
  return levels.subarray(0, count).sort()[Math.floor(count * bareShare)] ?? 0;
}

function negate(map: ScalarMap): ScalarMap {
  const values = new Float32Array(map.values.length);
  for (let at = 0; at < values.length; at++) values[at] = -(map.values[at] as number);
  return { ...map, values };
}

/** A spot of pus. */
interface Pustule {
  readonly blob: Blob;
  /** 0-0.8. */
  readonly confidence: number;
}

/** Small yellow-white bright spots on red ground. */
function findPustules(ground: Ground, bare: number): Pustule[] {
  const { redness, darkness, yellowness, skin, sidePx } = ground;
  const search = {
    leastRadiusPx: Math.max(leastPustulePx, leastRadius * sidePx),
    largestRadiusPx: largestRadius * sidePx,
    leastContrast,
    leastSignificance,
  };
  const isPus = (blob: Blob): boolean => {
    const redGround = averageOver(redness, skin, { spot: blob, ring: around });
    if (redGround === null || redGround - bare < leastRedGround) return false;
    const place = { spot: blob, ring: inside };
    // Optical density of green light is redness and darkness together.
    const brighter = -compareRings(redness, skin, place) - compareRings(darkness, skin, place);
    return brighter >= leastBrighter && compareRings(yellowness, skin, place) >= leastYellower;
  };
  return findBlobs(negate(redness), skin, search)
    .filter(isPus)
    .map((blob) => ({ blob, confidence: rateSpot(blob) }));
}

/** Cover of pus on the red ground at which the grade reaches 1 - 1/e. Our own convention. */
const typicalCover = 0.08;

/** With fewer pixels of red ground than this share of the picture there is little to grade. Our own convention. */
const enoughRedGround = 0.03;

/** Nothing found: all that can be believed is that little was there to see. Our own convention. */
const emptyConfidence = 0.4;

/**
 * How densely pustules stand: 0 none, towards 1 where pus covers much of the red ground. Rises with their number and
 * size, whatever the tone of the skin.
 */
export function gradePustulation(ground: Ground): Reading {
  const bare = measureBareRedness(ground);
  const pustules = findPustules(ground, bare);
  if (pustules.length === 0) {
    return { value: 0, confidence: emptyConfidence * Math.min(1, ground.skinShare), method: 'measured' };
  }
  const redShare = measureRedShare(ground, bare + leastRedGround);
  const pusPx = pustules.reduce((sum, { blob }) => sum + Math.PI * blob.radiusPx ** 2, 0);
  const cover = Math.min(1, pusPx / Math.max(1, redShare * ground.skin.values.length + pusPx));
  const sum = pustules.reduce((total, { confidence }) => total + confidence, 0);
  const confidence = (sum / pustules.length) * Math.min(1, redShare / enoughRedGround);
  return { value: 1 - Math.exp(-cover / typicalCover), confidence, method: 'measured' };
}

/** Share of the picture that is redder than the person's own skin. */
function measureRedShare({ redness, skin }: Ground, least: number): number {
  let count = 0;
  for (let at = 0; at < skin.values.length; at++) {
    if (skin.values[at] && (redness.values[at] as number) >= least) count++;
  }
  return count / Math.max(1, skin.values.length);
}
