// SPDX-License-Identifier: Apache-2.0

import type { MeasuredQuality } from '../quality/measure-quality.ts';
import { nameFaults } from '../quality/name-faults.ts';
import type {
  MediaValidity,
  Modality,
  QualityInterpretation,
  QualityReason,
} from '../record/image-analysis.ts';
import type { LoadedModel } from './load-model.ts';
import { notSkinLabel } from './model-labels.ts';

/** Where a model names no threshold of its own: more likely skin than not. */
const defaultSkinThreshold = 0.5;

/** @source the product's design: 0-20 Bad, 21-40 Poor, 41-60 Fair, 61-80 Good, 81-100 Excellent */
const bands: readonly (readonly [upToScore: number, QualityInterpretation])[] = [
  [20, 'Bad'],
  [40, 'Poor'],
  [60, 'Fair'],
  [80, 'Good'],
];

/** The word for a quality score, 0-100. */
export function interpretQuality(score: number): QualityInterpretation {
  return bands.find(([upToScore]) => score <= upToScore)?.[1] ?? 'Excellent';
}

/** Probability of a validity label by what it stands for. */
function sumWhere(
  model: LoadedModel,
  probabilities: Float32Array,
  isMeant: (label: LoadedModel['labels'][number]) => boolean,
): number {
  return model.labels.reduce(
    (sum, label, index) => sum + (isMeant(label) ? (probabilities[index] ?? 0) : 0),
    0,
  );
}

/** Which way the picture was taken; `None` where it shows no skin or the model does not tell. */
function judgeModality(
  model: LoadedModel,
  probabilities: Float32Array,
  isSkin: boolean,
): MediaValidity['modality'] {
  const clinicalProbability = sumWhere(model, probabilities, (label) => label.modality === 'Clinical');
  const dermoscopicProbability = sumWhere(model, probabilities, (label) => label.modality === 'Dermoscopic');
  const isTold = isSkin && clinicalProbability + dermoscopicProbability > 0;
  const leading: Modality = clinicalProbability >= dermoscopicProbability ? 'Clinical' : 'Dermoscopic';
  return { value: isTold ? leading : 'None', clinicalProbability, dermoscopicProbability };
}

/** The measured faults, and *not skin* first unless the picture is too poor to tell. */
function listReasons(quality: MeasuredQuality, isAcceptable: boolean, isSkin: boolean): QualityReason[] {
  const measured = nameFaults(quality, isAcceptable);
  if (isSkin) return measured;
  return isAcceptable ? ['notSkin', ...measured] : [...measured, 'notSkin'];
}

/**
 * Whether the photograph may be used, from its measured quality and what the validity model says of it.
 * @param probabilities of the validity model, in the order of its labels
 * @param acceptableFrom lowest quality score, 0-100, that is acceptable
 */
export function judgeMediaValidity(
  quality: MeasuredQuality,
  judge: { readonly model: LoadedModel; readonly probabilities: Float32Array },
  acceptableFrom: number,
): MediaValidity {
  const { model, probabilities } = judge;
  const { score } = quality;
  const notSkinProbability = sumWhere(model, probabilities, (label) => label.label === notSkinLabel);
  const skinProbability = Math.max(0, 1 - notSkinProbability);
  const isSkin = skinProbability >= (model.manifest.thresholds.isDermatological ?? defaultSkinThreshold);
  const isAcceptable = score >= acceptableFrom;
  return {
    quality: { score, interpretation: interpretQuality(score), isAcceptable },
    domain: { isDermatological: isSkin, skinProbability },
    modality: judgeModality(model, probabilities, isSkin),
    isValid: isSkin && isAcceptable,
    reasons: listReasons(quality, isAcceptable, isSkin),
  };
}
