// SPDX-License-Identifier: Apache-2.0
import type { ImageDiagnosis } from '../record/diagnosis.ts';

/** What the choice depends on. */
export type TellablePhotograph = Pick<ImageDiagnosis, 'validity' | 'conclusions'>;

/** Highest quality score. @source MediaValidity: an integer from 0 to 100 */
const bestQuality = 100;

/**
 * The photograph that shows a condition best, by its place in the request: among the valid ones (all of them when none
 * is), the one whose own evidence for the condition times its quality is the highest; of equals the sharper, then the
 * first.
 * @param photographs at least one
 * @source our own convention
 */
export function chooseTellingPhotograph(
  photographs: readonly TellablePhotograph[],
  condition: string,
): number {
  const numbered = photographs.map((photograph, index) => ({
    index,
    isValid: photograph.validity.isValid,
    quality: photograph.validity.quality.score,
    tells: (evidenceFor(condition, photograph) * photograph.validity.quality.score) / bestQuality,
  }));
  const valid = numbered.filter(({ isValid }) => isValid);
  const counted = valid.length > 0 ? valid : numbered;
  const [best] = counted.toSorted((a, b) => b.tells - a.tells || b.quality - a.quality || a.index - b.index);
  if (best === undefined) throw new Error('Expected at least one photograph');
  return best.index;
}

/** What the picture itself says, 0-1: a share of the *other* mass is the same for every picture of anything. */
function evidenceFor(condition: string, { conclusions }: TellablePhotograph): number {
  const own = conclusions.find((each) => each.condition === condition);
  return own?.evidence === 'image' ? own.probability : 0;
}
