// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../quality/pixel-image.ts';
import { type LoadedModel, outputNames } from './load-model.ts';
import { toTensorNchw } from './picture-tensor.ts';

/** Class activation maps as the net gave them: rows of `heightCells x widthCells` values, one per label. */
export interface ActivationMaps {
  readonly values: Float32Array;
  readonly widthCells: number;
  readonly heightCells: number;
  /** Where a label's map is: the row of label 3 is `rowOfLabel(3)`; undefined when the net gave none for it. */
  rowOfLabel(labelIndex: number): number | undefined;
}

/** What a net says of one picture. */
export interface NetReading {
  /** Calibrated, in label order, summing to 1. */
  readonly probabilities: Float32Array;
  readonly maps: ActivationMaps | undefined;
  /** Seconds inside the runtime. */
  readonly inferenceS: number;
}

/** Softmax of `logits / temperature`; the maximum is taken off first so that nothing overflows. */
export function softmax(logits: Float32Array, temperature: number): Float32Array {
  const largest = logits.reduce((left, right) => Math.max(left, right), Number.NEGATIVE_INFINITY);
  const powers = logits.map((logit) => Math.exp((logit - largest) / temperature));
  const sum = powers.reduce((left, right) => left + right, 0);
  return powers.map((power) => power / sum);
}

type Outputs = Awaited<ReturnType<LoadedModel['session']['run']>>;

/** A float32 output by its name. */
export function readFloats(outputs: Outputs, name: string): { data: Float32Array; dims: readonly number[] } {
  const output = outputs.get(name);
  if (output?.data instanceof Float32Array) return { data: output.data, dims: output.dims };
  throw new Error(`the net gave no float32 output "${name}"`);
}

function readMaps(outputs: Outputs, model: LoadedModel): ActivationMaps | undefined {
  const { maps, mapLabels } = model.manifest.outputs;
  if (maps === null) return undefined;
  const { data, dims } = readFloats(outputs, maps);
  const rows = mapLabels === undefined ? undefined : [...(outputs.get(mapLabels)?.data ?? [])].map(Number);
  return {
    values: data,
    heightCells: dims[2] ?? 0,
    widthCells: dims[3] ?? 0,
    rowOfLabel(labelIndex) {
      if (rows === undefined) return labelIndex;
      const row = rows.indexOf(labelIndex);
      return row < 0 ? undefined : row;
    },
  };
}

/** Asks the net about a picture that already has the size of its input. */
export async function runNet(model: LoadedModel, picture: PixelImage): Promise<NetReading> {
  const { manifest, session } = model;
  const tensorNchw = toTensorNchw(picture, model.tables);
  const dims = [1, 3, picture.heightPx, picture.widthPx];
  const startMs = performance.now();
  const outputs = await session.run(manifest.input.name, { tensorNchw, dims }, outputNames(model));
  const inferenceS = (performance.now() - startMs) / 1000;
  const logits = readFloats(outputs, manifest.outputs.logits).data;
  if (!logits.every(Number.isFinite)) throw new Error('the net gave logits that are no numbers');
  const probabilities = softmax(logits, manifest.calibration.temperature);
  return { probabilities, maps: readMaps(outputs, model), inferenceS };
}
