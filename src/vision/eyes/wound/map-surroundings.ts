// SPDX-License-Identifier: Apache-2.0
import type { SkinIndices } from '../colour/skin-indices.ts';
import { meanOver, type WoundZones, zones } from './draw-ring.ts';

/** The person's own skin, away from the wound. */
export interface OwnSkin {
  readonly erythema: number;
  readonly pigment: number;
  readonly lightness: number;
  /** Pixels it was measured on; 0 where there is none. */
  readonly px: number;
}

/** Redness and whiteness of the skin next to the wound, 0-1 per pixel, 0 elsewhere. */
export interface Surroundings {
  readonly erythema: Float32Array;
  readonly maceration: Float32Array;
}

/** What the skin's colours are measured on. */
export interface SkinMaps {
  readonly indices: SkinIndices;
  /** As `measurePigment` has it. */
  readonly pigment: Float32Array;
}

/** Erythema index above the own skin: not red, fully red. Our own convention */
const redder = { from: 0.025, to: 0.11 };

/** Pigment index below the own skin where skin is soaked white: not, fully. Light skin has little to lose. Chosen on our phantoms */
const whiter = { from: 0.08, to: 0.28 };

/** The skin that redness and whiteness are compared with: away from the wound where it shows. */
export function readOwnSkin({ indices, pigment }: SkinMaps, drawn: WoundZones): OwnSkin {
  const far = meanOver(indices.erythema, drawn, 'far');
  const where = far.px > 0 ? 'far' : 'ring';
  return {
    erythema: meanOver(indices.erythema, drawn, where).mean,
    pigment: meanOver(pigment, drawn, where).mean,
    lightness: meanOver(indices.lightness, drawn, where).mean,
    px: far.px,
  };
}

/** Maps what the wound does to the skin next to it. */
export function mapSurroundings(maps: SkinMaps, drawn: WoundZones, own: OwnSkin): Surroundings {
  const erythema = new Float32Array(drawn.zone.length);
  const maceration = new Float32Array(drawn.zone.length);
  const ring = zones.indexOf('ring');
  for (let at = 0; at < erythema.length; at++) {
    if (drawn.zone[at] !== ring) continue;
    const whiteness = own.pigment - (maps.pigment[at] as number);
    const isDarker = (maps.indices.lightness[at] as number) < own.lightness;
    maceration[at] = isDarker ? 0 : ramp(whiteness, whiter);
    erythema[at] = ramp((maps.indices.erythema[at] as number) - own.erythema, redder);
  }
  return { erythema, maceration };
}

/** How far a value has come from nothing to all, 0-1. */
export function ramp(value: number, { from, to }: { readonly from: number; readonly to: number }): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}
