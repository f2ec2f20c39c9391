// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../../quality/choose-working-size.ts';
import { presentFrom } from '../count-present.ts';
import type { Mask } from '../eye.ts';
import { smoothMap } from '../smooth-map.ts';
import type { Lesion } from './find-lesion.ts';

/** For each pixel of the large picture, the one of the small that covers it. */
function cover(small: PictureSize, large: PictureSize, factor: number): Int32Array {
  const places = new Int32Array(large.widthPx * large.heightPx);
  for (let y = 0, at = 0; y < large.heightPx; y++) {
    const row = small.widthPx * Math.min(small.heightPx - 1, Math.floor(y / factor));
    for (let x = 0; x < large.widthPx; x++, at++) {
      places[at] = row + Math.min(small.widthPx - 1, Math.floor(x / factor));
    }
  }
  return places;
}

function enlargeMap(map: Float32Array, places: Int32Array): Float32Array {
  const large = new Float32Array(places.length);
  for (let at = 0; at < large.length; at++) large[at] = map[places[at] as number] as number;
  return large;
}

function enlargeMarks(marks: Uint8Array, places: Int32Array): Uint8Array {
  const large = new Uint8Array(places.length);
  for (let at = 0; at < large.length; at++) large[at] = marks[places[at] as number] as number;
  return large;
}

function countMarked(marks: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < marks.length; at++) count += marks[at] as number;
  return count;
}

/** A lesion that was found on a picture shrunk by a whole factor, for the picture itself. */
export function enlargeLesion(lesion: Lesion, large: PictureSize, factor: number): Lesion {
  if (factor === 1) return lesion;
  const { widthPx, heightPx } = large;
  const places = cover(lesion.mask, large, factor);
  // Without steps at the seams of the small picture's pixels.
  const soft = smoothMap(new Float32Array(enlargeMarks(lesion.mask.values, places)), large, factor / 2);
  const values = new Uint8Array(places.length);
  for (let at = 0; at < values.length; at++) values[at] = Math.round(soft[at] as number);
  const mask: Mask = { values, widthPx, heightPx };
  const around = enlargeMarks(lesion.around, places);
  const inside = enlargeMarks(lesion.inside, places);
  for (let at = 0; at < inside.length; at++) {
    if (!inside[at] && !around[at]) continue;
    inside[at] = (values[at] as number) >= presentFrom ? 1 : 0;
    around[at] = 1 - (inside[at] as number);
  }
  return {
    ...lesion,
    mask,
    inside,
    around,
    excess: enlargeMap(lesion.excess, places),
    ground: enlargeMap(lesion.ground, places),
    insidePx: countMarked(inside),
    aroundPx: countMarked(around),
  };
}
