// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import sharp from 'sharp';

/*
 * Makes the two example pictures that are ours: `not-skin.jpg`, a rendered landscape, and `blurred.jpg`, a sample
 * photograph far out of focus. Run `node scripts/make-example-photos.ts`; the same pixels come out every time.
 */

const WIDTH_PX = 960;
const HEIGHT_PX = 720;
const folder = join(import.meta.dirname, '..', 'examples', 'photos');

type Rgb = readonly [number, number, number];

/** A repeatable value in 0-1 for a lattice point. */
function latticeValue(x: number, y: number): number {
  const wave = Math.sin(x * 127.1 + y * 311.7) * 43_758.5453;
  return wave - Math.floor(wave);
}

/** Value noise in 0-1: lattice values joined by a smooth step. */
function noise(x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [alongX, alongY] = [smooth(x - left), smooth(y - top)];
  const upper = mix(latticeValue(left, top), latticeValue(left + 1, top), alongX);
  const lower = mix(latticeValue(left, top + 1), latticeValue(left + 1, top + 1), alongX);
  return mix(upper, lower, alongY);
}

/** Five octaves of noise, 0-1: clouds, grass and rock all have detail at every scale. */
function texture(x: number, y: number): number {
  const octaves = [1, 2, 4, 8, 16];
  return octaves.reduce((sum, scale) => sum + noise(x * scale, y * scale) / (2 * scale), 0);
}

function smooth(part: number): number {
  return part * part * (3 - 2 * part);
}

function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

function mixColours(from: Rgb, to: Rgb, part: number): Rgb {
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
}

function sky(x: number, y: number): Rgb {
  const blue = mixColours([58, 118, 196], [176, 212, 240], y / 0.55);
  const cloud = smooth(Math.min(1, Math.max(0, (texture(x * 5, y * 11) - 0.5) * 4)));
  return mixColours(blue, [250, 251, 253], cloud);
}

/** A ridge: where it begins, how rough it is, and its colours in the shade and in the light. */
interface Ridge {
  readonly heightPart: number;
  readonly roughness: number;
  readonly shade: Rgb;
  readonly light: Rgb;
}

const ridges: readonly Ridge[] = [
  { heightPart: 0.42, roughness: 0.24, shade: [84, 104, 140], light: [190, 204, 222] },
  { heightPart: 0.55, roughness: 0.15, shade: [36, 70, 62], light: [92, 128, 104] },
  { heightPart: 0.7, roughness: 0.1, shade: [26, 62, 20], light: [104, 150, 44] },
];

function colourAt(x: number, y: number): Rgb {
  const nearestFirst = ridges.toReversed();
  const at = nearestFirst.findIndex((ridge, index) => y > crest(ridge, x, ridges.length - index));
  const ridge = nearestFirst[at];
  if (!ridge) return sky(x, y);
  const detail = texture(x * 30 * (3 - at), y * 60 * (3 - at) + at * 17);
  return mixColours(ridge.shade, ridge.light, detail);
}

function crest(ridge: Ridge, x: number, row: number): number {
  return ridge.heightPart - (texture(x * 3 + row * 9.7, row * 4.3) - 0.5) * 2 * ridge.roughness;
}

function renderLandscape(): Buffer {
  const pixels = Buffer.alloc(WIDTH_PX * HEIGHT_PX * 3);
  for (let row = 0; row < HEIGHT_PX; row += 1) {
    for (let column = 0; column < WIDTH_PX; column += 1) {
      const colour = colourAt(column / HEIGHT_PX, row / HEIGHT_PX);
      const grain = (latticeValue(column, row) - 0.5) * 12;
      const at = (row * WIDTH_PX + column) * 3;
      colour.forEach((channel, index) => {
        pixels[at + index] = Math.min(255, Math.max(0, Math.round(channel + grain)));
      });
    }
  }
  return pixels;
}

await sharp(renderLandscape(), { raw: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3 } })
  .jpeg({ quality: 85 })
  .toFile(join(folder, 'not-skin.jpg'));

/** A blur of 12 px in a picture 300 px wide leaves a shape and no structure: nobody could judge a lesion by it. */
await sharp(join(folder, 'melanocytic-naevus-1.jpg'))
  .blur(12)
  .jpeg({ quality: 85 })
  .toFile(join(folder, 'blurred.jpg'));
