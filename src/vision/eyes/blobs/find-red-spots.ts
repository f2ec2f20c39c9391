// SPDX-License-Identifier: Apache-2.0
import { findBlobs } from './find-blobs.ts';
import { type GrownSpot, type Growth, growSpots } from './grow-spots.ts';
import { measureUnrest } from './measure-unrest.ts';
import { rateSpot } from './rate-spots.ts';
import type { Ground } from './read-ground.ts';
import { type Island, standsOut } from './stands-out.ts';

/** Which red spots to look for. Sizes are in shares of the picture's shorter side. */
export interface RedSpotSearch {
  readonly leastRadius: number;
  readonly largestRadius: number;
  /** Optical density of redness. */
  readonly leastContrast: number;
  /** In standard deviations of what bare skin of the same person answers. */
  readonly leastSignificance: number;
  readonly island: Island;
  readonly growth: Growth;
  /**
   * On mottled skin a red spot says little: up to `calm` nothing is taken from its confidence, from `restless` on nothing is
   * left. Shares as `measureUnrest` has them.
   */
  readonly unrest: { readonly calm: number; readonly restless: number };
  /** What can be believed less than this is not worth a box, 0-1. */
  readonly leastConfidence: number;
}

/** A red spot and how far it can be believed, 0-0.8. */
export interface RedSpot extends GrownSpot {
  readonly confidence: number;
}

/** With less skin than this in the picture nothing is looked for. Our own convention. */
const leastSkinShare = 0.03;

/** Smaller spots than this are grain, in pixels of radius. Measured on acne photographs of 512 pixels. */
const leastRadiusPx = 3;

/**
 * On dark skin blood shows less, against a calm skin it still counts: where a spot is so many times as significant as
 * asked for, this share of the contrast will do. Our own convention: on acne
 * photographs of mostly light skin it costs about one point of precision; on dark skin it is not tested on photographs.
 */
const calmSignificance = 2;
const calmContrast = 0.6;

/** A spot fills at least this share of its disc; grain does not. Our own convention. */
const leastFilled = 0.3;

function rateOn(ground: Ground, spot: GrownSpot, { calm, restless }: RedSpotSearch['unrest']): number {
  const calmness = (restless - measureUnrest(ground, spot)) / (restless - calm);
  return rateSpot(spot.blob) * Math.max(0, Math.min(1, calmness));
}

/** Spots redder than their surroundings, strongest first, each with its outline. */
export function findRedSpots(ground: Ground, search: RedSpotSearch): RedSpot[] {
  if (ground.skinShare < leastSkinShare) return [];
  const { redness, calmRedness, skin, sidePx } = ground;
  const { leastContrast, leastSignificance, growth } = search;
  const blobs = findBlobs(redness, skin, {
    leastRadiusPx: Math.max(leastRadiusPx, search.leastRadius * sidePx),
    largestRadiusPx: search.largestRadius * sidePx,
    leastContrast: calmContrast * leastContrast,
    leastSignificance,
  });
  const red = blobs.filter(
    (blob) =>
      (blob.contrast >= leastContrast || blob.significance >= calmSignificance * leastSignificance) &&
      standsOut(ground, blob, search.island),
  );
  return growSpots(calmRedness, skin, { blobs: red, growth })
    .filter(({ areaPx, blob }) => areaPx >= leastFilled * Math.PI * blob.radiusPx ** 2)
    .map((spot) => ({ ...spot, confidence: rateOn(ground, spot, search.unrest) }))
    .filter(({ confidence }) => confidence >= search.leastConfidence);
}
