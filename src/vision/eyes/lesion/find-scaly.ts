// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../choose-working-size.ts';
import type { Mask } from '../eye.ts';
import { fillMap, fillMask } from '../fill-mask.ts';
import { labelRegions } from '../label-regions.ts';
import { smoothMap } from '../smooth-map.ts';

/** Camera grain is evened out over so many pixels first. Our own convention. */
const grainPx = 1;

/** Skin that differs from the own colour by more than this on average, whichever way, as optical density. Chosen on our phantoms. */
const leastDifference = 0.05;

/** A pixel is red from here on, as optical density. Chosen on our phantoms. */
const leastRedder = 0.04;

/** So much of a region must be red: pale spots without any redness are gloss or lost pigment. Our own convention. */
const leastRedShare = 0.1;

/** Regions of which enough is red. */
function keepRed(marked: Uint8Array, red: Uint8Array, size: PictureSize): Uint8Array {
  const { labels, regions } = labelRegions(marked, size);
  const reds = new Float64Array(regions.length + 1);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number;
    reds[label] = (reds[label] as number) + (red[at] as number);
  }
  const kept = Uint8Array.from([
    0,
    ...regions.map(({ areaPx }, at) => ((reds[at + 1] as number) >= leastRedShare * areaPx ? 1 : 0)),
  ]);
  return fillMask(labels, (label) => kept[label] as number);
}

/**
 * Red skin under scale or flakes, which hide the redness: red and pale pixels in turn. Their mean may be that of healthy skin,
 * the mean of how far each is from it is not.
 * @param own redness of the person's own skin near each place
 */
export function findScaly(erythema: Float32Array, own: Float32Array, at: { skin: Mask; radiusPx: number }) {
  const { skin, radiusPx } = at;
  const excess = fillMap(
    smoothMap(erythema, skin, grainPx),
    (value, place) => value - (own[place] as number),
  );
  const difference = smoothMap(fillMap(excess, Math.abs), skin, radiusPx);
  const marked = fillMask(difference, (value, place) =>
    value > leastDifference && skin.values[place] ? 1 : 0,
  );
  const red = fillMask(excess, (value) => (value > leastRedder ? 1 : 0));
  return keepRed(marked, red, skin);
}
