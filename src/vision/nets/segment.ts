// SPDX-License-Identifier: Apache-2.0
import type { PictureSize } from '../../quality/choose-working-size.ts';
import type { PixelImage } from '../../quality/pixel-image.ts';
import type { Mask } from '../eyes/eye.ts';
import type { LoadedModel } from '../load-model.ts';
import type { SegmentationManifest } from '../manifests/segmentation-manifest.ts';
import { readFloats } from '../run-net.ts';
import { askNet } from './ask-net.ts';
import { upscaleProbability } from './upscale-probability.ts';

/**
 * A mask of the picture's size (or another one) for each channel of the net, e.g. `lesion` and `wound`: its probability, shifted so that
 * 128 is the threshold of the model's manifest.
 */
export async function segment(
  model: LoadedModel<SegmentationManifest>,
  image: PixelImage,
  size: PictureSize = image,
): Promise<Readonly<Record<string, Mask>>> {
  const { outputs, thresholds } = model.manifest;
  const { data, dims } = readFloats(await askNet(model, image), outputs.logits);
  if (!data.every(Number.isFinite)) throw new Error('the net gave logits that are no numbers');
  const [, , heightCells = 0, widthCells = 0] = dims;
  const cells = widthCells * heightCells;
  const masks = model.labels.map(({ label }, channel) => {
    const logits = data.subarray(channel * cells, (channel + 1) * cells);
    const grid = { logits, widthCells, heightCells };
    return [label, upscaleProbability(grid, size, thresholds[label] ?? 0.5)] as const;
  });
  return Object.fromEntries(masks);
}
