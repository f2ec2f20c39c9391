// SPDX-License-Identifier: Apache-2.0
import { add, type Canvas, lay } from '../canvas.ts';
import { createRoughness } from '../noise.ts';
import type { Feature } from '../render-phantom.ts';
import { createOutline, type Depth, overPlace, type Place, ramp } from '../shapes.ts';
import { mostBlood, type Rgb } from '../tones.ts';

/** An open wound; shares of the bed need not sum to 1, the rest is granulation. */
export interface OpenWound extends Place {
  /** Shares of the bed, 0-1. */
  readonly slough?: number;
  readonly necrosis?: number;
  /** White, soaked rim, 0-1. */
  readonly maceration?: number;
  /** Redness of the skin around, 0-1. */
  readonly erythema?: number;
}

/** Linear light of what lies in a wound. Our own convention, after photographs of foot ulcers in textbooks of wound care */
const tissues = {
  granulation: [0.33, 0.035, 0.03],
  slough: [0.55, 0.42, 0.16],
  necrosis: [0.018, 0.013, 0.011],
  macerated: [0.72, 0.66, 0.58],
} as const satisfies Record<string, Rgb>;

type BedTissue = 'granulation' | 'slough' | 'necrosis';

/** Reach of the macerated rim and of the redness around, as shares of the radius. */
const reach = { rim: 0.22, redness: 0.6 };

/** Which tissue each pixel of the bed is: islands of exactly the set shares. */
function shareOut(canvas: Canvas, bed: readonly number[], wound: OpenWound): Map<number, BedTissue> {
  const { sidePx, random } = canvas;
  const hills = createRoughness(random, 0.5 * wound.radius * sidePx, 3);
  const height = (at: number): number => hills(at % sidePx, Math.floor(at / sidePx));
  const ranked = bed.map((at) => ({ at, level: height(at) })).sort((left, right) => left.level - right.level);
  const dead = Math.round((wound.necrosis ?? 0) * ranked.length);
  const yellow = Math.round((wound.slough ?? 0) * ranked.length);
  return new Map(
    ranked.map(({ at }, rank) => [
      at,
      rank < dead ? 'necrosis' : rank >= ranked.length - yellow ? 'slough' : 'granulation',
    ]),
  );
}

function paintBed(canvas: Canvas, bed: ReadonlyMap<number, BedTissue>): void {
  const { sidePx, random } = canvas;
  const grain = createRoughness(random, 0.03 * sidePx, 3);
  for (const [at, tissue] of bed) {
    const rough = grain(at % sidePx, Math.floor(at / sidePx));
    const [red, green, blue] = tissues[tissue];
    const light = 1 + 0.25 * rough;
    lay(canvas, at, [red * light, green * light, blue * light], 0.96);
    add(canvas.height, at, (tissue === 'granulation' ? 1.2 : 0.5) * rough);
  }
}

function paintSurroundings(canvas: Canvas, wound: OpenWound, depth: Depth): Uint8Array {
  const radiusPx = wound.radius * canvas.sidePx;
  const macerated = new Uint8Array(canvas.blood.length);
  overPlace(canvas, { ...wound, depth, reach: 2.2 }, (at, depthPx) => {
    const inside = depthPx / radiusPx;
    add(canvas.blood, at, mostBlood * (wound.erythema ?? 0) * ramp(inside, -reach.redness, -0.1));
    add(canvas.height, at, -0.05 * radiusPx * ramp(inside, -0.05, 0.25));
    const soaked = wound.maceration ?? 0;
    if (soaked === 0 || inside < -reach.rim || inside > 0) return;
    lay(canvas, at, tissues.macerated, 0.85 * soaked * ramp(inside, -reach.rim, -0.6 * reach.rim));
    macerated[at] = 255;
  });
  return macerated;
}

/** A wound with its bed, its rim and the skin around. Masks `wound`, its tissues, `macerated`. */
export function openWound(wound: OpenWound): Feature {
  return (canvas) => {
    const depth = createOutline(wound, canvas.sidePx, canvas.random);
    const bed: number[] = [];
    overPlace(canvas, { ...wound, depth }, (at, depthPx) => {
      if (depthPx > 0) bed.push(at);
    });
    const macerated = paintSurroundings(canvas, wound, depth);
    const tissueAt = shareOut(canvas, bed, wound);
    paintBed(canvas, tissueAt);
    const mark = (isMarked: (tissue: BedTissue) => boolean): Uint8Array => {
      const marked = new Uint8Array(canvas.blood.length);
      for (const [at, tissue] of tissueAt) if (isMarked(tissue)) marked[at] = 255;
      return marked;
    };
    const masks = {
      wound: mark(() => true),
      granulation: mark((tissue) => tissue === 'granulation'),
      slough: mark((tissue) => tissue === 'slough'),
      necrosis: mark((tissue) => tissue === 'necrosis'),
      macerated,
    };
    const { slough = 0, necrosis = 0, maceration = 0, erythema = 0 } = wound;
    return { masks, boxes: [], amounts: { slough, necrosis, maceration, erythema } };
  };
}
