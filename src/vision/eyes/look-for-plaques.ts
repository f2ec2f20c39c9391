// SPDX-License-Identifier: Apache-2.0
import type { EyeFinding, EyePicture } from './eye.ts';
import { outlineLesion } from './lesion/outline-lesion.ts';
import { gradeDesquamation } from './signs/grade-desquamation.ts';
import { gradeErythema } from './signs/grade-erythema.ts';
import { gradeInduration } from './signs/grade-relief.ts';
import { readSignGround } from './signs/sign-ground.ts';

/** Plaques of psoriasis: how red, thick and scaly they are, and how much of the visible skin they cover. */
export function lookForPlaques({ image }: EyePicture): EyeFinding {
  const ground = readSignGround(image);
  const signs = {
    erythema: gradeErythema(ground),
    induration: gradeInduration(ground),
    desquamation: gradeDesquamation(ground),
  };
  return { signs, ...outlineLesion(ground.lesion) };
}
