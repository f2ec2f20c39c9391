// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { smoothMap } from '../smooth-map.ts';
import type { SignGround } from './sign-ground.ts';
import { energyOver, toSign } from './sign-reading.ts';

/** Reach of the band along the lesion's edge, as a share of the shorter side. Our own convention. */
const bandShare = 0.03;

/** Shading along the edge, beyond the unaffected skin's, at the top of the scale. Measured on our phantoms. */
const strongest = { induration: 0.09, swelling: 0.07 };

/** 1 within reach of the lesion's edge. */
function markEdge({ lesion, image, sidePx }: SignGround): Uint8Array {
  const share = smoothMap(Float32Array.from(lesion.inside), image, bandShare * sidePx);
  return Uint8Array.from(share, (value) => (value > 0.15 && value < 0.85 ? 1 : 0));
}

/** How thick the plaque stands out: shading of middle-sized detail along its edge, which one photograph shows in side light only. */
export function gradeInduration(ground: SignGround): Reading {
  const { middle, coarse, lesion } = ground;
  const edge = markEdge(ground);
  const shading = energyOver(middle, edge) + energyOver(coarse, edge);
  const usual = energyOver(middle, lesion.around) + energyOver(coarse, lesion.around);
  return toSign(ground, (shading - usual) / strongest.induration, 'relief');
}

/** How far the skin is swollen: shading of large detail on the lesion, soft where a plaque's edge is sharp. */
export function gradeSwelling(ground: SignGround): Reading {
  const { coarse, lesion } = ground;
  const excess = energyOver(coarse, lesion.inside) - energyOver(coarse, lesion.around);
  return toSign(ground, excess / strongest.swelling, 'relief');
}
