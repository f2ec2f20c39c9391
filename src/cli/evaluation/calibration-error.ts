// SPDX-License-Identifier: Apache-2.0

/** @source Guo et al. 2017, On Calibration of Modern Neural Networks, ICML, arXiv 1706.04599: 15 equal-width bins */
export const CALIBRATION_BINS = 15;

/** A prediction: how sure it was (0-1), and whether it was right. */
export interface Prediction {
  readonly confidence: number;
  readonly isCorrect: boolean;
}

/**
 * How far stated confidence and observed accuracy lie apart, averaged over equal-width bins of confidence
 * (expected calibration error, 0 is perfect, 1 the worst); NaN without pictures.
 * @param counts how often each picture is drawn; 1 each for the plain sample
 */
export function computeCalibrationError(
  predictions: readonly Prediction[],
  counts: ArrayLike<number>,
): number {
  const gaps = new Float64Array(CALIBRATION_BINS);
  let n = 0;
  predictions.forEach(({ confidence, isCorrect }, picture) => {
    const count = counts[picture] ?? 0;
    const bin = Math.min(CALIBRATION_BINS - 1, Math.floor(confidence * CALIBRATION_BINS));
    gaps[bin] = (gaps[bin] ?? 0) + count * (confidence - Number(isCorrect));
    n += count;
  });
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / n;
}
