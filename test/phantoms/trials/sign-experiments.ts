// SPDX-License-Identifier: Apache-2.0
import { lookForEczema } from '../../../src/vision/eyes/look-for-eczema.ts';
import { lookForPlaques } from '../../../src/vision/eyes/look-for-plaques.ts';
import { lookForPustules } from '../../../src/vision/eyes/look-for-pustules.ts';
import { lookForWound } from '../../../src/vision/eyes/look-for-wound.ts';
import { drySkin } from '../features/dry-skin.ts';
import { type InflamedPatch, inflamedPatch } from '../features/inflamed-patch.ts';
import { openWound } from '../features/open-wound.ts';
import { spots } from '../features/spots.ts';
import type { Random } from '../random.ts';
import type { Place } from '../shapes.ts';
import { type Experiment, readSign } from './experiment.ts';

/** Amounts of a sign. Redness starts above 0: without it there is no patch to look at. */
const levels = [0, 0.25, 0.5, 0.75, 1];
const redLevels = [0.2, 0.4, 0.6, 0.8, 1];

const somewhere = (random: Random): Place => ({
  x: random.between(0.42, 0.58),
  y: random.between(0.42, 0.58),
  radius: random.between(0.2, 0.27),
});

/** Redness of patches on which another sign is measured. */
const usualRedness = 0.6;

function patchWith(sign: keyof InflamedPatch) {
  return (amount: number, random: Random) => [
    inflamedPatch({ ...somewhere(random), erythema: usualRedness, [sign]: amount }),
  ];
}

const ofPlaques = (sign: keyof InflamedPatch, amounts = levels): Experiment => ({
  name: `plaques: ${sign}`,
  eye: lookForPlaques,
  amounts,
  draw: patchWith(sign),
  read: readSign(sign),
  hasError: false,
});

const ofEczema = (sign: keyof InflamedPatch, amounts = levels): Experiment => ({
  ...ofPlaques(sign, amounts),
  name: `eczema: ${sign}`,
  eye: lookForEczema,
});

/** Most pustules that a patch holds here. */
const mostPustules = 24;

/** Signs whose truth is the set amount of 0-1: rank correlation counts, not the level itself. */
export const signExperiments: readonly Experiment[] = [
  ofPlaques('erythema', redLevels),
  ofPlaques('induration'),
  ofPlaques('desquamation'),
  ofEczema('swelling'),
  ofEczema('crusting'),
  ofEczema('excoriation'),
  ofEczema('lichenification'),
  {
    name: 'eczema: dryness',
    eye: lookForEczema,
    amounts: levels,
    draw: (amount, random) => [
      inflamedPatch({ ...somewhere(random), erythema: usualRedness }),
      drySkin(amount),
    ],
    read: readSign('dryness'),
    hasError: false,
  },
  {
    name: 'pustules: pustulation',
    eye: lookForPustules,
    amounts: levels,
    draw: (amount, random) => {
      const patch = { ...somewhere(random), radius: 0.33 };
      const count = Math.round(mostPustules * amount);
      return [inflamedPatch({ ...patch, erythema: 0.5 }), spots('pustules', { count, within: patch })];
    },
    read: readSign('pustulation'),
    hasError: false,
  },
  {
    name: 'wound: erythema',
    eye: lookForWound,
    amounts: levels,
    draw: (amount, random) => [
      openWound({ ...somewhere(random), radius: 0.16, slough: 0.2, erythema: amount }),
    ],
    read: readSign('erythema'),
    hasError: false,
  },
];
