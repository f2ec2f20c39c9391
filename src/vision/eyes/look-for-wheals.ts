// SPDX-License-Identifier: Apache-2.0
import { findWheals } from './blobs/find-wheals.ts';
import { countBoxes } from './blobs/rate-spots.ts';
import { readGround } from './blobs/read-ground.ts';
import type { EyeFinding, EyePicture } from './eye.ts';

/** Counts wheals (hives): figure `wheals`. Measured from colour and shape, not learned from labelled wheals. */
export function lookForWheals(picture: EyePicture): EyeFinding {
  const ground = readGround(picture.image);
  const boxes = findWheals(ground);
  return {
    signs: {},
    figures: { wheals: countBoxes(boxes, ground) },
    boxes,
    masks: [],
    drawing: 'annotation',
  };
}
