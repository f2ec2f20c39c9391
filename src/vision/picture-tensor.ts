// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../quality/pixel-image.ts';
import type { ModelManifest } from './model-manifest.ts';

/** A table of 256 per channel: the tensor value of each 8 bit value, `(value - mean) / std`. */
export type ChannelTables = readonly [Float32Array, Float32Array, Float32Array];

/** The tables of a model's normalisation; made once at load (a table is five times faster than arithmetic). */
export function makeChannelTables(input: ModelManifest['input']): ChannelTables {
  const table = (channel: number): Float32Array =>
    Float32Array.from(
      { length: 256 },
      (_, value) => (value - (input.mean[channel] ?? 0)) / (input.std[channel] ?? 1),
    );
  return [table(0), table(1), table(2)];
}

/** float32 in NCHW layout, batch 1, normalised by `tables`. */
export function toTensorNchw(image: PixelImage, tables: ChannelTables): Float32Array {
  const { pixelsHwc } = image;
  const [red, green, blue] = tables;
  const count = image.widthPx * image.heightPx;
  const tensorNchw = new Float32Array(3 * count);
  for (let pixel = 0, at = 0; pixel < count; pixel++, at += 3) {
    tensorNchw[pixel] = red[pixelsHwc[at] as number] as number;
    tensorNchw[count + pixel] = green[pixelsHwc[at + 1] as number] as number;
    tensorNchw[2 * count + pixel] = blue[pixelsHwc[at + 2] as number] as number;
  }
  return tensorNchw;
}
