// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../quality/pixel-image.ts';
import type { ConditionEvidence, ImageAnalysis } from '../record/image-analysis.ts';
import type { LoadedModel } from './load-model.ts';
import { type ActivationMaps, runNet } from './run-net.ts';

/** Evidence for a condition, and the label that contributes most of it: that label's map is the condition's. */
export interface MappedEvidence extends ConditionEvidence {
  readonly labelIndex: number;
}

/** What the condition model says of one photograph. */
export interface ConditionReading {
  /** Most probable first; equal ones in the order of the labels. */
  readonly evidence: readonly MappedEvidence[];
  readonly otherProbability: number;
  /** Undefined for a model without an *other* label. */
  readonly otherLabelIndex: number | undefined;
  readonly topLabel: ImageAnalysis['topLabel'];
  readonly maps: ActivationMaps | undefined;
  readonly inferenceS: number;
}

type Labels = LoadedModel['labels'];

/** Spreads each label over its conditions by its shares, and adds up what several labels say of one condition. */
function gatherEvidence(labels: Labels, probabilities: Float32Array): MappedEvidence[] {
  const byCondition = new Map<string, MappedEvidence & { readonly largestPart: number }>();
  for (const [labelIndex, label] of labels.entries()) {
    for (const { condition, share } of label.conditions) {
      const part = share * (probabilities[labelIndex] ?? 0);
      const known = byCondition.get(condition);
      const probability = (known?.probability ?? 0) + part;
      const leads = known === undefined || part > known.largestPart;
      const lead = leads ? { labelIndex, largestPart: part } : known;
      byCondition.set(condition, { ...lead, condition, probability });
    }
  }
  const gathered = [...byCondition.values()].sort((left, right) => right.probability - left.probability);
  return gathered.map(({ condition, probability, labelIndex }) => ({ condition, probability, labelIndex }));
}

const indexOfLargest = (values: Float32Array, among: readonly number[]): number | undefined =>
  among.reduce<number | undefined>(
    (best, index) => (best !== undefined && (values[best] ?? 0) >= (values[index] ?? 0) ? best : index),
    undefined,
  );

function readTopLabel(model: LoadedModel, probabilities: Float32Array): ImageAnalysis['topLabel'] {
  const top = indexOfLargest(probabilities, [...probabilities.keys()]) ?? 0;
  const label = model.labels[top]?.label ?? '';
  const point = Object.hasOwn(model.manifest.operatingPoints, label)
    ? model.manifest.operatingPoints[label]
    : undefined;
  return { label, sensitivity: point?.sensitivity ?? null, specificity: point?.specificity ?? null };
}

/**
 * Image evidence per condition of the catalogue.
 * @param picture the whole photograph, squashed to the model's input size
 */
export async function classifyCondition(model: LoadedModel, picture: PixelImage): Promise<ConditionReading> {
  const { probabilities, maps, inferenceS } = await runNet(model, picture);
  const evidence = gatherEvidence(model.labels, probabilities);
  const others = [...model.labels.keys()].filter((index) => model.labels[index]?.conditions.length === 0);
  const otherProbability = others.reduce((sum, index) => sum + (probabilities[index] ?? 0), 0);
  const otherLabelIndex = indexOfLargest(probabilities, others);
  const topLabel = readTopLabel(model, probabilities);
  return { evidence, otherProbability, otherLabelIndex, topLabel, maps, inferenceS };
}
