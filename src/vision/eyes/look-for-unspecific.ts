// SPDX-License-Identifier: Apache-2.0
import { findInflammatoryLesionsOn } from './blobs/find-inflammatory-lesions.ts';
import { countBoxes } from './blobs/rate-spots.ts';
import { readGround } from './blobs/read-ground.ts';
import type { EyeFinding, EyePicture } from './eye.ts';

/** Grades skin where no condition is known: figure `inflammations`, the number of inflammatory lesions. */
export function lookForUnspecific(picture: EyePicture): EyeFinding {
  const ground = readGround(picture.image);
  const boxes = findInflammatoryLesionsOn(ground);
  const figures = { inflammations: countBoxes(boxes, ground) };
  return { signs: {}, figures, boxes, masks: [], drawing: 'annotation' };
}
