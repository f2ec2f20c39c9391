// SPDX-License-Identifier: Apache-2.0
import { createRoughness } from './noise.ts';
import type { Random } from './random.ts';
import { type Rgb, usualBlood } from './tones.ts';

/** A phantom before it is lit: what colours the skin, how high it stands, and what lies on it. */
export interface Canvas {
  readonly sidePx: number;
  readonly random: Random;
  /** Units of melanin and blood. */
  readonly melanin: Float32Array;
  readonly blood: Float32Array;
  /** Relief, in pixels. */
  readonly height: Float32Array;
  /** What covers the skin (scale, crust, hair, cloth): linear light, already times its cover of 0-1. */
  readonly coat: Float32Array;
  readonly cover: Float32Array;
  /** 1 where a feature is open flesh, hair or cloth: no skin colour beneath. */
  readonly skin: Uint8Array;
}

/** Unevenness of unaffected skin, as shares of its melanin and blood, and in pixels of relief. Our own convention */
const uneven = { melanin: 0.07, blood: 0.12, height: 0.22 };

/** Unaffected skin of one tone. */
export function createCanvas(sidePx: number, melanin: number, random: Random): Canvas {
  const count = sidePx * sidePx;
  const patches = createRoughness(random, sidePx / 4, 4);
  const flush = createRoughness(random, sidePx / 6, 3);
  const pores = createRoughness(random, Math.max(4, sidePx / 60), 2);
  const over = (field: (x: number, y: number) => number): Float32Array => {
    const map = new Float32Array(count);
    for (let at = 0; at < count; at++) map[at] = field(at % sidePx, Math.floor(at / sidePx));
    return map;
  };
  return {
    sidePx,
    random,
    melanin: over((x, y) => melanin * (1 + uneven.melanin * patches(x, y))),
    blood: over((x, y) => usualBlood * (1 + uneven.blood * flush(x, y))),
    height: over((x, y) => uneven.height * pores(x, y)),
    coat: new Float32Array(3 * count),
    cover: new Float32Array(count),
    skin: new Uint8Array(count).fill(1),
  };
}

/** Lays a covering over one pixel. */
export function lay(canvas: Canvas, at: number, [red, green, blue]: Rgb, cover: number): void {
  const { coat } = canvas;
  coat[3 * at] = (coat[3 * at] as number) * (1 - cover) + red * cover;
  coat[3 * at + 1] = (coat[3 * at + 1] as number) * (1 - cover) + green * cover;
  coat[3 * at + 2] = (coat[3 * at + 2] as number) * (1 - cover) + blue * cover;
  canvas.cover[at] = (canvas.cover[at] as number) * (1 - cover) + cover;
}

export function add(map: Float32Array, at: number, value: number): void {
  map[at] = (map[at] as number) + value;
}
