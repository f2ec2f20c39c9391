// SPDX-License-Identifier: Apache-2.0
import { findInflammatoryLesionsOn } from './blobs/find-inflammatory-lesions.ts';
import { countBoxes } from './blobs/rate-spots.ts';
import { readGround } from './blobs/read-ground.ts';
import type { EyeFinding, EyePicture } from './eye.ts';
import { gradeDryness } from './signs/grade-dryness.ts';
import { gradeErythema } from './signs/grade-erythema.ts';
import { readSignGround } from './signs/sign-ground.ts';

/** Skin where no condition is known: how dry and red it is, and figure `inflammations`, the number of inflammatory lesions. */
export function lookForUnspecific({ image }: EyePicture): EyeFinding {
  const ground = readGround(image);
  const signGround = readSignGround(image);
  const boxes = findInflammatoryLesionsOn(ground);
  return {
    signs: { dryness: gradeDryness(signGround), erythema: gradeErythema(signGround) },
    figures: { inflammations: countBoxes(boxes, ground) },
    boxes,
    masks: [],
    drawing: 'annotation',
  };
}
