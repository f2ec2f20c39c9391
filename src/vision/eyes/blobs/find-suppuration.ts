// SPDX-License-Identifier: Apache-2.0
import type { FoundBox } from '../eye.ts';
import { findRedSpots, type RedSpot, type RedSpotSearch } from './find-red-spots.ts';
import { compareRings, middle, outerHalf, type Spot } from './measure-spot.ts';
import { toBox } from './rate-spots.ts';
import type { Ground } from './read-ground.ts';

/** What hidradenitis leaves in the skin, by its name on the wire. */
export type Suppuration = 'nodule' | 'abscess' | 'drainingTunnel';

/** Larger than papules. Sizes are shares of the picture's shorter side, chosen on our phantoms. */
const swellings: RedSpotSearch = {
  leastRadius: 0.022,
  largestRadius: 0.22,
  leastContrast: 0.04,
  leastSignificance: 4.5,
  island: {
    leastShare: 0.6,
    mostUnevenness: 0.4,
    mostUnevennessPerContrast: 4,
    darkerPerRedder: { from: -3, to: 1.5 },
  },
  growth: { reach: 2.2, merges: true },
  // Measured on photographs of unaffected skin against our phantoms.
  unrest: { calm: 0.15, restless: 0.55 },
  leastConfidence: 0.18,
};

/** A tunnel's opening is a slit, a nodule is round: length over width. Our own convention. */
const leastTunnelElongation = 1.8;
const mostNoduleElongation = 2;
const leastRoundness = 0.5;

/** A middle this much darker than the rim is an opening, in optical density. Chosen on our phantoms. */
const leastDarkerOpening = 0.06;
/** A middle this much less red than the rim, and not as white as gloss, holds pus. Chosen on our phantoms. */
const leastPalerMiddle = 0.05;
const leastYellowerMiddle = -0.02;
/** A middle this much darker holds blood. Chosen on our phantoms. */
const leastDarkerMiddle = 0.05;

/** What kind it is, is less sure than that it is there: share of the confidence left. Our own convention. */
const kindConfidence = 0.75;

/** The largest disc inside the outline. */
function fitDisc(spot: RedSpot): Spot {
  const radiusPx = Math.sqrt(spot.areaPx / Math.PI / spot.elongation);
  return { x: Math.round(spot.centreX), y: Math.round(spot.centreY), radiusPx };
}

/** Which of the three a red swelling is, by its shape and by what its middle looks like; null for none of them. */
function nameKind(ground: Ground, found: RedSpot): Suppuration | null {
  const { skin, redness, darkness, yellowness } = ground;
  const places = { spot: fitDisc(found), ring: middle, other: outerHalf };
  const darker = compareRings(darkness, skin, places);
  if (found.elongation >= leastTunnelElongation)
    return darker >= leastDarkerOpening ? 'drainingTunnel' : null;
  const hasPus =
    compareRings(yellowness, skin, places) >= leastYellowerMiddle &&
    compareRings(redness, skin, places) <= -leastPalerMiddle;
  if (hasPus || darker >= leastDarkerMiddle) return 'abscess';
  return found.elongation <= mostNoduleElongation && found.roundness >= leastRoundness ? 'nodule' : null;
}

/** Nodules, abscesses and draining tunnels, strongest first. */
export function findSuppuration(ground: Ground): FoundBox[] {
  const leastAreaPx = Math.PI * (swellings.leastRadius * ground.sidePx) ** 2;
  return findRedSpots(ground, swellings).flatMap((spot) => {
    const kind = spot.areaPx >= leastAreaPx ? nameKind(ground, spot) : null;
    return kind ? [toBox(spot, kind, kindConfidence * spot.confidence)] : [];
  });
}
