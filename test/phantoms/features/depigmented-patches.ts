// SPDX-License-Identifier: Apache-2.0
import type { Canvas } from '../canvas.ts';
import { createRoughness } from '../noise.ts';
import type { Feature } from '../render-phantom.ts';
import { createOutline, overPlace, type Place, ramp } from '../shapes.ts';

/** Melanin that is left where it is lost, in units. Our own convention */
const rest = 0.015;

function bleach(canvas: Canvas, place: Place, amount: number): Uint8Array {
  const { sidePx, random, melanin } = canvas;
  const depth = createOutline(place, sidePx, random, 0.15);
  const rough = createRoughness(random, 0.04 * sidePx, 3);
  const lost = new Uint8Array(sidePx * sidePx);
  overPlace(canvas, { ...place, depth }, (at, roundPx, x, y) => {
    const depthPx = roundPx + 0.012 * sidePx * rough(x, y);
    const gone = amount * ramp(depthPx, -0.006 * sidePx, 0.006 * sidePx);
    melanin[at] = (melanin[at] as number) * (1 - gone) + rest * gone;
    if (depthPx > 0) lost[at] = 255;
  });
  return lost;
}

/** Patches without melanin, with scalloped borders: mask `depigmentation`. @param amount share of the melanin lost, 0-1 */
export function depigmentedPatches(places: readonly Place[], amount = 1): Feature {
  return (canvas) => {
    const depigmentation = new Uint8Array(canvas.sidePx * canvas.sidePx);
    for (const place of places) {
      bleach(canvas, place, amount).forEach((value, at) => {
        if (value) depigmentation[at] = 255;
      });
    }
    return { masks: { depigmentation }, boxes: [], amounts: {} };
  };
}
