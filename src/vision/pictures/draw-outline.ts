// SPDX-License-Identifier: Apache-2.0
import type { NamedMask } from '../eyes/eye.ts';
import { fillMap } from '../eyes/fill-mask.ts';
import { smoothMap } from '../eyes/smooth-map.ts';
import { enlargeLevels } from './enlarge-pictures.ts';
import { type Colour, cover, linePx, type Overlay, rimColour } from './overlay.ts';

/**
 * How much of a Gaussian lies within one standard deviation to one side: where the smoothed mask has this much more or less
 * than half, the edge is one line's width away.
 * @source the normal distribution, Phi(1) - 1/2
 */
const oneDeviation = 0.341;

/** The mask at the size of the overlay: 1 inside, 0 outside. */
async function enlarge({ mask, presentFrom }: NamedMask, overlay: Overlay): Promise<Float32Array> {
  return fillMap(await enlargeLevels(mask, overlay), (value) => (value >= presentFrom ? 1 : 0));
}

/** A line along the inside of the mask's edge, its dark rim along the outside; nothing is painted over. */
export async function drawOutline(overlay: Overlay, mask: NamedMask, colour: Colour): Promise<void> {
  const inside = await enlarge(mask, overlay);
  const depth = smoothMap(inside, overlay, linePx);
  for (let at = 0; at < depth.length; at++) {
    const beyondEdge = (depth[at] as number) - 0.5;
    if (Math.abs(beyondEdge) > oneDeviation) continue;
    cover(overlay, at, (inside[at] as number) > 0 ? colour : rimColour);
  }
}
