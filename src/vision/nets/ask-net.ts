// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import { type LoadedModel, outputNames } from '../load-model.ts';
import type { ModelManifest } from '../model-manifest.ts';
import { toTensorNchw } from '../picture-tensor.ts';
import { resizePixels } from '../resize-pixels.ts';

type Outputs = Awaited<ReturnType<LoadedModel['session']['run']>>;

/** Everything the net says of the whole picture, squashed to the size of its input. */
export async function askNet(model: LoadedModel<ModelManifest>, image: PixelImage): Promise<Outputs> {
  const { input } = model.manifest;
  const picture = resizePixels(image, input);
  const tensorNchw = toTensorNchw(picture, model.tables);
  const dims = [1, 3, input.heightPx, input.widthPx];
  return model.session.run(input.name, { tensorNchw, dims }, outputNames(model));
}
