// SPDX-License-Identifier: Apache-2.0
import type { LookedFor } from '../../record/severity-reading.ts';
import type { Eye } from './eye.ts';
import { lookForAcne } from './look-for-acne.ts';
import { lookForDepigmentation } from './look-for-depigmentation.ts';
import { lookForEczema } from './look-for-eczema.ts';
import { lookForHairLoss } from './look-for-hair-loss.ts';
import { lookForPlaques } from './look-for-plaques.ts';
import { lookForPustules } from './look-for-pustules.ts';
import { lookForSuppuration } from './look-for-suppuration.ts';
import { lookForUnspecific } from './look-for-unspecific.ts';
import { lookForWheals } from './look-for-wheals.ts';
import { lookForWound } from './look-for-wound.ts';

/** Who looks for what. */
export const eyes: Readonly<Record<LookedFor, Eye>> = {
  acne: lookForAcne,
  depigmentation: lookForDepigmentation,
  eczema: lookForEczema,
  hairLoss: lookForHairLoss,
  plaques: lookForPlaques,
  pustules: lookForPustules,
  suppuration: lookForSuppuration,
  unspecific: lookForUnspecific,
  wheals: lookForWheals,
  wound: lookForWound,
};

export const lookedForKinds = Object.keys(eyes) as readonly LookedFor[];
