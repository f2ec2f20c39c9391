// SPDX-License-Identifier: Apache-2.0
import type { MediaValidity } from '../record/image-analysis.ts';

/** The best score a photograph's quality can have. */
const perfectScore = 100;

/**
 * What is seen on something that is hardly skin, or through blur, dark or glare, is hardly worth anything: a share from 0 to 1
 * of its confidence. Quality below what is acceptable counts by its score: our own convention.
 */
export function trustInPhotograph({ domain, quality }: MediaValidity): number {
  const asSkin = domain.isDermatological ? 1 : domain.skinProbability;
  return asSkin * (quality.isAcceptable ? 1 : quality.score / perfectScore);
}
