// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../record/severity-reading.ts';
import { measureCrowding } from './acne/measure-crowding.ts';
import type { AcneFindings, EyeFinding, EyePicture, FoundBox } from './eye.ts';

/** Nothing to tell: no net, and nothing measured either. */
const nothing: EyeFinding = { signs: {}, figures: {}, boxes: [], masks: [], drawing: 'annotation' };

/** Mean confidence of the lesions found; where none was found, that of there being none. */
function confidenceOf(boxes: readonly FoundBox[], expectedCount: number): number {
  if (boxes.length === 0) return 1 / (1 + expectedCount);
  return boxes.reduce((sum, box) => sum + box.confidence, 0) / boxes.length;
}

/** The grade that is expected, 0 (mild) to 3 (very severe), and how probable the likeliest is. */
function readGrade(probabilities: readonly number[]): Reading {
  const value = probabilities.reduce((sum, probability, grade) => sum + probability * grade, 0);
  return { value, confidence: Math.max(0, ...probabilities), method: 'learned' };
}

function readNet({ boxes, expectedCount, gradeProbabilities }: AcneFindings): EyeFinding {
  const confidence = confidenceOf(boxes, expectedCount);
  const learned = (value: number): Reading => ({ value, confidence, method: 'learned' });
  return {
    signs: {},
    figures: {
      acne: learned(boxes.length),
      acneDensity: learned(measureCrowding(boxes)),
      acneGrade: readGrade(gradeProbabilities),
    },
    boxes,
    masks: [],
    drawing: 'annotation',
  };
}

/** Lesions of acne: how many, how close together, and how severe the whole looks. */
export function lookForAcne({ nets }: EyePicture): EyeFinding {
  return nets.acne ? readNet(nets.acne) : nothing;
}
