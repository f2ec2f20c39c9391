// SPDX-License-Identifier: Apache-2.0
import { gradePustulation } from './blobs/find-pustules.ts';
import { readGround } from './blobs/read-ground.ts';
import type { EyeFinding, EyePicture } from './eye.ts';
import { gradeDesquamation } from './signs/grade-desquamation.ts';
import { gradeErythema } from './signs/grade-erythema.ts';
import { readSignGround } from './signs/sign-ground.ts';

/** Generalised pustular psoriasis: how red and scaly the skin is, and how densely pustules stand. */
export function lookForPustules({ image }: EyePicture): EyeFinding {
  const ground = readSignGround(image);
  const signs = {
    erythema: gradeErythema(ground),
    desquamation: gradeDesquamation(ground),
    pustulation: gradePustulation(readGround(image)),
  };
  return { signs, figures: {}, boxes: [], masks: [], drawing: null };
}
