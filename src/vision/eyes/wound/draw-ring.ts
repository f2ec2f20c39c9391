// SPDX-License-Identifier: Apache-2.0
import { fillMask } from '../fill-mask.ts';
import { smoothMap } from '../smooth-map.ts';

/** Zones of the picture by their place to the wound. */
export interface WoundZones {
  /** One of `zones` per pixel, as its place in the list. */
  readonly zone: Uint8Array;
  /** How wide the ring is, pixels. */
  readonly ringPx: number;
}

/** `far` is skin away from the wound, `edge` the wound's own outermost part; `elsewhere` is no skin. */
export const zones = ['elsewhere', 'bed', 'edge', 'ring', 'far'] as const;

const placeOf = (name: (typeof zones)[number]): number => zones.indexOf(name);

/** The ring is as wide as this share of the wound's radius, within limits in pixels of a picture of 512. Our own convention */
const ringShare = 0.45;
const narrowestPx = 5;
const widestPx = 36;

/** Of the averaged wound mask: the edge lies below the first, the ring above the second. Our own convention */
const levels = { edge: 0.75, ring: 0.02 };

interface Body {
  /** 0 or 1 per pixel. */
  readonly wound: Uint8Array;
  /** Above 0 where there is skin. */
  readonly skin: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Divides a picture into the wound's bed and edge, the skin next to it, and the skin far from it. */
export function drawZones({ wound, skin, ...size }: Body): WoundZones {
  const ringPx = chooseRing(wound);
  const marked = new Float32Array(wound);
  const near = smoothMap(marked, size, ringPx / 2);
  const nearby = smoothMap(marked, size, ringPx);
  const [bed, edge, ring, far] = [placeOf('bed'), placeOf('edge'), placeOf('ring'), placeOf('far')];
  const zone = fillMask(wound, (isWound, at) => {
    const level = near[at] as number;
    if (isWound > 0) return level < levels.edge ? edge : bed;
    if (skin[at] === 0) return 0;
    if (level > levels.ring) return ring;
    return (nearby[at] as number) > levels.ring / 4 ? 0 : far;
  });
  return { zone, ringPx };
}

function chooseRing(wound: Uint8Array): number {
  let areaPx = 0;
  for (const value of wound) areaPx += value;
  const radiusPx = Math.sqrt(areaPx / Math.PI);
  return Math.round(Math.max(narrowestPx, Math.min(widestPx, ringShare * radiusPx)));
}

/** Mean of a map over one zone and how many pixels it has; 0 where it has none. */
export function meanOver(
  map: ArrayLike<number>,
  { zone }: WoundZones,
  name: (typeof zones)[number],
): { readonly mean: number; readonly px: number; readonly sd: number } {
  const wanted = placeOf(name);
  let [sum, squares, px] = [0, 0, 0];
  for (let at = 0; at < zone.length; at++) {
    if (zone[at] !== wanted) continue;
    const value = map[at] as number;
    sum += value;
    squares += value * value;
    px++;
  }
  if (px === 0) return { mean: 0, px, sd: 0 };
  return { mean: sum / px, px, sd: Math.sqrt(Math.max(0, squares / px - (sum / px) ** 2)) };
}
