// SPDX-License-Identifier: Apache-2.0
import type { AcneManifest } from './manifests/acne-manifest.ts';
import type { ClassifierManifest } from './manifests/classifier-manifest.ts';
import type { ModelManifest } from './model-manifest.ts';

/** A tensor that a manifest promises; a null wants nothing of that dimension. */
export interface WantedTensor {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | null)[];
}

const type = 'float32';

/** The picture that goes in. */
export function wantedInput({ input }: ModelManifest): WantedTensor {
  return { key: 'input.name', name: input.name, type, shape: [1, 3, input.heightPx, input.widthPx] };
}

/** What has to come out, for a net with so many labels. */
export function wantedOutputs(manifest: ModelManifest, labelCount: number): readonly WantedTensor[] {
  switch (manifest.task) {
    case 'lesion-segmentation': {
      const { logits } = manifest.outputs;
      return [{ key: 'outputs.logits', name: logits, type, shape: [1, labelCount, null, null] }];
    }
    case 'acne-detection':
      return wantedOfAcne(manifest, labelCount);
    default:
      return wantedOfClassifier(manifest, labelCount);
  }
}

/** K logits and, where named, a map per label. */
function wantedOfClassifier({ outputs }: ClassifierManifest, count: number): WantedTensor[] {
  const wanted: WantedTensor[] = [{ key: 'outputs.logits', name: outputs.logits, type, shape: [1, count] }];
  const mapCount = outputs.mapLabels === undefined ? count : null;
  if (outputs.maps !== null) {
    wanted.push({ key: 'outputs.maps', name: outputs.maps, type, shape: [1, mapCount, null, null] });
  }
  if (outputs.mapLabels !== undefined) {
    wanted.push({ key: 'outputs.mapLabels', name: outputs.mapLabels, type: 'int64', shape: [1, null] });
  }
  return wanted;
}

function wantedOfAcne({ outputs }: AcneManifest, count: number): WantedTensor[] {
  const { heat, size, density, grade } = outputs;
  return [
    { key: 'outputs.heat', name: heat, type, shape: [1, 1, null, null] },
    { key: 'outputs.size', name: size, type, shape: [1, 2, null, null] },
    { key: 'outputs.density', name: density, type, shape: [1, 1, null, null] },
    { key: 'outputs.grade', name: grade, type, shape: [1, count] },
  ];
}
