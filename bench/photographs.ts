// SPDX-License-Identifier: Apache-2.0
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { createRandom } from '../src/cli/evaluation/stratified-bootstrap.ts';

/** A made-up photograph of skin with one dark spot: right in size and effort, meaningless as a picture. */
export interface Photograph {
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly aimedBytes: number;
}

/** What a phone takes today: 12 megapixels, about 3 MB, lying on its side with an EXIF turn. */
export const phonePhotograph: Photograph = {
  name: 'phone',
  widthPx: 4032,
  heightPx: 3024,
  aimedBytes: 3_000_000,
};
export const smallPhotograph: Photograph = {
  name: 'small',
  widthPx: 1280,
  heightPx: 960,
  aimedBytes: 300_000,
};

/** Changes with the generator, so that a kept file is never older than the code. */
const GENERATOR = 'v1';
/** EXIF: turn by 90 degrees to stand upright. */
const ORIENTATION = 6;

/** The photograph's JPEG bytes; made once for each machine, the same bytes for the same libraries. */
export async function obtainPhotograph(photograph: Photograph): Promise<Buffer> {
  const folder = join(tmpdir(), 'openderm-bench');
  const path = join(folder, `${photograph.name}-${GENERATOR}-${sharp.versions.vips}.jpg`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return kept;
  const jpeg = await makePhotograph(photograph);
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.part`, jpeg);
  await rename(`${path}.part`, path);
  return jpeg;
}

/** The JPEG quality whose size comes nearest to what is wanted. */
async function makePhotograph(photograph: Photograph): Promise<Buffer> {
  const pixels = paintSkin(photograph);
  const { widthPx: width, heightPx: height, aimedBytes } = photograph;
  const encode = (quality: number) =>
    sharp(pixels, { raw: { width, height, channels: 3 } })
      .withMetadata({ orientation: ORIENTATION })
      .jpeg({ quality })
      .toBuffer();
  let [low, high] = [30, 98];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((await encode(middle)).length < aimedBytes) low = middle + 1;
    else high = middle;
  }
  return encode(low);
}

/** Noise of a phone's sensor in a lit room: large enough that a JPEG of usual quality weighs what photographs weigh. */
const NOISE_LEVELS = 24;

function paintSkin({ widthPx, heightPx }: Photograph): Buffer {
  const random = createRandom(20_261_121);
  const pixels = Buffer.allocUnsafe(widthPx * heightPx * 3);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at += 3) {
      const spot = spotAt(x / widthPx, y / heightPx);
      const furrows = 14 * Math.sin(x / 41 + 2.5 * Math.sin(y / 83)) + 8 * Math.sin(y / 13 + x / 29);
      const grain = (random() + random() - 1) * NOISE_LEVELS;
      pixels[at] = clamp(208 + furrows * 0.5 - 95 * spot + grain);
      pixels[at + 1] = clamp(163 + furrows * 0.6 - 90 * spot + grain);
      pixels[at + 2] = clamp(140 + furrows * 0.5 - 75 * spot + grain);
    }
  }
  return pixels;
}

/** 1 inside the spot, 0 outside, with a soft uneven edge. */
function spotAt(u: number, v: number): number {
  const [dx, dy] = [u - 0.5, v - 0.45];
  const radius = 0.12 + 0.02 * Math.sin(7 * Math.atan2(dy, dx));
  return 1 / (1 + Math.exp((Math.hypot(dx, dy) - radius) * 90));
}

function clamp(level: number): number {
  return Math.max(0, Math.min(255, level));
}
