// SPDX-License-Identifier: Apache-2.0
import { gradePustulation } from './blobs/find-pustules.ts';
import { readGround } from './blobs/read-ground.ts';
import type { EyeFinding, EyePicture } from './eye.ts';

/** Grades generalised pustular psoriasis: how densely pustules stand. */
export function lookForPustules(picture: EyePicture): EyeFinding {
  const ground = readGround(picture.image);
  return {
    signs: { pustulation: gradePustulation(ground) },
    figures: {},
    boxes: [],
    masks: [],
    drawing: null,
  };
}
