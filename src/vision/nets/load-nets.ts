// SPDX-License-Identifier: Apache-2.0
import { type LoadedModel, loadAnyModel } from '../load-model.ts';
import type { AcneManifest } from '../manifests/acne-manifest.ts';
import type { SegmentationManifest } from '../manifests/segmentation-manifest.ts';
import type { ModelManifest } from '../model-manifest.ts';

/** The nets that look for things; null where the model set has none, and the eyes measure instead. */
export interface LoadedNets {
  readonly segmentation: LoadedModel<SegmentationManifest> | null;
  readonly acne: LoadedModel<AcneManifest> | null;
}

/** Where these nets lie; null: there is none. */
export interface NetDirs {
  readonly segmentation: string | null;
  readonly acne: string | null;
}

type AnyModel = LoadedModel<ModelManifest>;

const isSegmentation = (model: AnyModel): model is LoadedModel<SegmentationManifest> =>
  model.manifest.task === 'lesion-segmentation';

const isAcne = (model: AnyModel): model is LoadedModel<AcneManifest> =>
  model.manifest.task === 'acne-detection';

async function loadFor<Model extends AnyModel>(
  dir: string | null,
  isWanted: (model: AnyModel) => model is Model,
): Promise<Model | null> {
  if (dir === null) return null;
  const model = await loadAnyModel(dir);
  if (isWanted(model)) return model;
  throw new Error(`The model in ${dir} is for ${model.manifest.task}, which is not what it is named for.`);
}

/** Loads into this process what there is. @throws Error naming every problem */
export async function loadNets(dirs: NetDirs): Promise<LoadedNets> {
  return {
    segmentation: await loadFor(dirs.segmentation, isSegmentation),
    acne: await loadFor(dirs.acne, isAcne),
  };
}
