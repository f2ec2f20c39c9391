// SPDX-License-Identifier: Apache-2.0
import type { Mask } from '../eye.ts';
import type { ScalarMap } from './scale-space.ts';

/** A map that is known only here and there. */
interface PatchyMap extends ScalarMap {
  /** How much of each value is known, 0-1. */
  readonly known: Float32Array;
}

/** Means of 2 x 2 values, each counted as far as it is known. */
function halve(map: PatchyMap): PatchyMap {
  const widthPx = Math.ceil(map.widthPx / 2);
  const heightPx = Math.ceil(map.heightPx / 2);
  const values = new Float32Array(widthPx * heightPx);
  const known = new Float32Array(widthPx * heightPx);
  for (let y = 0, from = 0; y < map.heightPx; y++) {
    for (let x = 0; x < map.widthPx; x++, from++) {
      const to = (y >> 1) * widthPx + (x >> 1);
      const weight = map.known[from] as number;
      values[to] = (values[to] as number) + weight * (map.values[from] as number);
      known[to] = (known[to] as number) + weight;
    }
  }
  for (let at = 0; at < values.length; at++) {
    const weight = known[at] as number;
    if (weight > 0) values[at] = (values[at] as number) / weight;
    known[at] = Math.min(1, weight);
  }
  return { values, known, widthPx, heightPx };
}

/** Takes what is unknown from the coarser map. */
function fillFrom(map: PatchyMap, coarse: ScalarMap): void {
  for (let y = 0, at = 0; y < map.heightPx; y++) {
    const row = (y >> 1) * coarse.widthPx;
    for (let x = 0; x < map.widthPx; x++, at++) {
      if (map.known[at] === 0) map.values[at] = coarse.values[row + (x >> 1)] as number;
    }
  }
}

function fill(map: PatchyMap): PatchyMap {
  if (map.widthPx === 1 && map.heightPx === 1) return map;
  fillFrom(map, fill(halve(map)));
  return map;
}

/**
 * The map with everything outside the skin replaced by what the skin nearby is like, so that the rim of an arm is
 * not taken for the rim of a lesion.
 * @source push-pull filling of holes, Gortler et al. 1996, The lumigraph
 */
export function fillOutside(map: ScalarMap, skin: Mask): ScalarMap {
  const values = new Float32Array(map.values);
  const known = new Float32Array(values.length);
  for (let at = 0; at < known.length; at++) if (skin.values[at]) known[at] = 1;
  fill({ ...map, values, known });
  return { ...map, values };
}
