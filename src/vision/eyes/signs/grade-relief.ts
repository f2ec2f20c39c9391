// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import { fillMask } from '../fill-mask.ts';
import { smoothMap } from '../smooth-map.ts';
import { readRelief } from './read-relief.ts';
import type { SignGround } from './sign-ground.ts';
import { energyOver, toSign } from './sign-reading.ts';

/** Reach of the band along the lesion's edge, as a share of the shorter side. Our own convention. */
const bandShare = 0.03;

/** Shading along the edge, beyond the unaffected skin's, at the top of the scale. Measured on our phantoms. */
const strongest = { induration: 0.05, swelling: 0.03 };

/** Share of lesion around a place from which, and up to which, the place lies at the edge. Our own convention. */
const edge = { from: 0.15, to: 0.85 };

/** 1 within reach of the lesion's edge. */
function markEdge({ lesion, image }: SignGround): Uint8Array {
  const radiusPx = bandShare * Math.min(image.widthPx, image.heightPx);
  const share = smoothMap(new Float32Array(lesion.inside), image, radiusPx);
  return fillMask(share, (value) => (value > edge.from && value < edge.to ? 1 : 0));
}

/** How thick the plaque stands out: shading of middle-sized detail along its edge, which one photograph shows in side light only. */
export function gradeInduration(ground: SignGround): Reading {
  const { lesion } = ground;
  const { lines, edges } = readRelief(ground.image);
  const rim = markEdge(ground);
  const shading = energyOver(lines, rim) + energyOver(edges, rim);
  const usual = energyOver(lines, lesion.around) + energyOver(edges, lesion.around);
  return toSign(ground, (shading - usual) / strongest.induration, 'relief');
}

/** How far the skin is swollen: shading of large detail on the lesion, soft where a plaque's edge is sharp. */
export function gradeSwelling(ground: SignGround): Reading {
  const { lesion } = ground;
  const { swells } = readRelief(ground.image);
  const excess = energyOver(swells, lesion.inside) - energyOver(swells, lesion.around);
  return toSign(ground, excess / strongest.swelling, 'relief');
}
