// SPDX-License-Identifier: Apache-2.0

/** A value for each value of a map. `Uint8Array.from` with a function does the same many times slower. */
export function fillMask(
  source: Uint8Array | Int32Array | Float32Array,
  valueAt: (value: number, at: number) => number,
): Uint8Array {
  const mask = new Uint8Array(source.length);
  for (let at = 0; at < mask.length; at++) mask[at] = valueAt(source[at] as number, at);
  return mask;
}

/** As `fillMask`, without rounding. */
export function fillMap(
  source: Uint8Array | Int32Array | Float32Array,
  valueAt: (value: number, at: number) => number,
): Float32Array {
  const map = new Float32Array(source.length);
  for (let at = 0; at < map.length; at++) map[at] = valueAt(source[at] as number, at);
  return map;
}
