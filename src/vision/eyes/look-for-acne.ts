// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../record/severity-reading.ts';
import { measureCrowding } from './acne/measure-crowding.ts';
import { findInflammatoryLesionsOn } from './blobs/find-inflammatory-lesions.ts';
import { countBoxes } from './blobs/rate-spots.ts';
import { readGround } from './blobs/read-ground.ts';
import type { AcneFindings, EyeFinding, EyePicture, FoundBox } from './eye.ts';

/** Mean confidence of the lesions found; where none was found, that of there being none. */
function confidenceOf(boxes: readonly FoundBox[], expectedCount: number): number {
  if (boxes.length === 0) return 1 / (1 + expectedCount);
  return boxes.reduce((sum, box) => sum + box.confidence, 0) / boxes.length;
}

/** The likeliest grade, 0 (mild) to 3 (very severe), and how probable it is. */
function readGrade(probabilities: readonly number[]): Reading {
  const confidence = Math.max(0, ...probabilities);
  return { value: Math.max(0, probabilities.indexOf(confidence)), confidence, method: 'learned' };
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

/** Without a net red papules and pustules are counted by colour; blackheads and whiteheads are not seen. */
function measure(image: EyePicture['image']): EyeFinding {
  const ground = readGround(image);
  const boxes = findInflammatoryLesionsOn(ground, 'acne').map((box) => ({ ...box, code: 'acne' }));
  const acne = countBoxes(boxes, ground);
  return {
    signs: {},
    figures: { acne, acneDensity: { ...acne, value: measureCrowding(boxes) } },
    boxes,
    masks: [],
    drawing: 'annotation',
  };
}

/**
 * Lesions of acne: figures `acne` (how many), `acneDensity` (how close together) and, learned only, `acneGrade` (0-3).
 * Learned where the model set has a net for it, else measured.
 */
export function lookForAcne({ image, nets }: EyePicture): EyeFinding {
  return nets.acne ? readNet(nets.acne) : measure(image);
}
