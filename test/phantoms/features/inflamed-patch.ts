// SPDX-License-Identifier: Apache-2.0
import { add, type Canvas } from '../canvas.ts';
import { createRoughness } from '../noise.ts';
import type { Feature } from '../render-phantom.ts';
import { createOutline, overPlace, type Place, ramp } from '../shapes.ts';
import { mostBlood } from '../tones.ts';
import {
  type Area,
  type PutSign,
  putCrusts,
  putDryness,
  putExcoriations,
  putLichenification,
  putScale,
} from './surface-signs.ts';

/** Inflamed skin; every sign is 0 (absent, and by default) to 1 (the most). */
export interface InflamedPatch extends Place {
  readonly erythema?: number;
  readonly induration?: number;
  readonly desquamation?: number;
  readonly swelling?: number;
  readonly crusting?: number;
  readonly excoriation?: number;
  readonly lichenification?: number;
  readonly dryness?: number;
  /** How soft its edge is, as a share of the radius. */
  readonly softness?: number;
}

/** Height of the thickest plaque and the highest swelling, as shares of the picture's side. Our own convention */
const highest = { plaque: 0.017, swelling: 0.05 };

const surfaceSigns: readonly (readonly [sign: keyof InflamedPatch, put: PutSign])[] = [
  ['lichenification', putLichenification],
  ['excoriation', putExcoriations],
  ['crusting', putCrusts],
  ['dryness', putDryness],
  ['desquamation', putScale],
];

function redden(canvas: Canvas, patch: InflamedPatch, area: Area): void {
  const unevenness = createRoughness(canvas.random, 0.1 * canvas.sidePx, 3);
  for (let at = 0; at < area.length; at++) {
    const share = area[at] as number;
    if (share === 0) continue;
    const uneven = 1 + 0.12 * unevenness(at % canvas.sidePx, Math.floor(at / canvas.sidePx));
    add(canvas.blood, at, mostBlood * (patch.erythema ?? 0) * share * uneven);
  }
}

/** A patch of inflamed skin. Its mask `lesion` runs where half of the redness is reached. */
export function inflamedPatch(patch: InflamedPatch): Feature {
  return (canvas) => {
    const { sidePx, random } = canvas;
    const depth = createOutline(patch, sidePx, random);
    const round = createOutline(patch, sidePx, random, 0);
    const area = new Float32Array(sidePx * sidePx);
    const lesion = new Uint8Array(sidePx * sidePx);
    const radiusPx = patch.radius * sidePx;
    const soft = Math.max(1, (patch.softness ?? 0.06) * radiusPx);
    const steep = 0.024 * sidePx;
    overPlace(canvas, { ...patch, depth }, (at, depthPx, x, y) => {
      area[at] = ramp(depthPx, -soft, soft);
      if (depthPx > 0) lesion[at] = 255;
      const dome = ramp(round(x, y), -0.5 * radiusPx, 1.1 * radiusPx);
      add(
        canvas.height,
        at,
        (patch.induration ?? 0) * highest.plaque * sidePx * ramp(depthPx, -steep, steep),
      );
      add(canvas.height, at, (patch.swelling ?? 0) * highest.swelling * sidePx * dome);
    });
    redden(canvas, patch, area);
    for (const [sign, put] of surfaceSigns) if (patch[sign]) put(canvas, area, patch[sign]);
    const { x, y, radius, softness, ...amounts } = patch;
    return { masks: { lesion }, boxes: [], amounts };
  };
}
