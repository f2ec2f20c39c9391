// SPDX-License-Identifier: Apache-2.0
import type { EyeFinding, EyePicture } from './eye.ts';
import { outlineLesion } from './lesion/outline-lesion.ts';
import { gradeCrusting } from './signs/grade-crusting.ts';
import { gradeDryness } from './signs/grade-dryness.ts';
import { gradeErythema } from './signs/grade-erythema.ts';
import { gradeExcoriation } from './signs/grade-excoriation.ts';
import { gradeLichenification } from './signs/grade-lichenification.ts';
import { gradeInduration, gradeSwelling } from './signs/grade-relief.ts';
import { readSignGround } from './signs/sign-ground.ts';

/** Eczema: its six signs, and how much of the visible skin it covers. */
export function lookForEczema({ image }: EyePicture): EyeFinding {
  const ground = readSignGround(image);
  const signs = {
    erythema: gradeErythema(ground),
    swelling: gradeSwelling(ground),
    induration: gradeInduration(ground),
    crusting: gradeCrusting(ground),
    excoriation: gradeExcoriation(ground),
    lichenification: gradeLichenification(ground),
    dryness: gradeDryness(ground),
  };
  return { signs, ...outlineLesion(ground.lesion) };
}
