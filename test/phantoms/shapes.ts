// SPDX-License-Identifier: Apache-2.0
import type { Canvas } from './canvas.ts';
import type { Random } from './random.ts';

/** Where a feature lies, as shares of the picture's side. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How far inside the outline each pixel lies, in pixels; negative outside. */
export type Depth = (x: number, y: number) => number;

/** 0 at and below `from`, 1 at and above `to`. */
export function ramp(value: number, from: number, to: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** A round outline with irregular bays. @param irregular share of the radius, 0 for a circle */
export function createOutline(place: Place, sidePx: number, random: Random, irregular = 0.12): Depth {
  const [middleX, middleY, radius] = [place.x * sidePx, place.y * sidePx, place.radius * sidePx];
  const waves = [2, 3, 5, 8].map((count) => ({
    count,
    size: (irregular * random.between(0.5, 1)) / Math.sqrt(count),
    turn: random.between(0, 2 * Math.PI),
  }));
  return (x, y) => {
    const [right, down] = [x - middleX, y - middleY];
    const angle = Math.atan2(down, right);
    const bays = waves.reduce((sum, { count, size, turn }) => sum + size * Math.sin(count * angle + turn), 0);
    return radius * (1 + bays) - Math.sqrt(right * right + down * down);
  };
}

/** Calls for every pixel near a place, with its depth. @param reach shares of the radius beyond the middle */
export function overPlace(
  { sidePx }: Canvas,
  place: Place & { readonly depth: Depth; readonly reach?: number },
  visit: (at: number, depthPx: number, x: number, y: number) => void,
): void {
  const reach = place.radius * sidePx * (place.reach ?? 1.6) + 2;
  const from = (middle: number): number => Math.max(0, Math.floor(middle * sidePx - reach));
  const to = (middle: number): number => Math.min(sidePx, Math.ceil(middle * sidePx + reach));
  for (let y = from(place.y); y < to(place.y); y++) {
    for (let x = from(place.x); x < to(place.x); x++) visit(y * sidePx + x, place.depth(x, y), x, y);
  }
}

/** Places that keep clear of each other; fewer than asked for where there is no room. */
export function scatter(
  random: Random,
  {
    count,
    radius,
    gap,
    isInside,
  }: {
    readonly count: number;
    readonly radius: readonly [from: number, to: number];
    /** Free room between two, as a multiple of their radii. */
    readonly gap: number;
    readonly isInside: (place: Place) => boolean;
  },
): Place[] {
  const places: Place[] = [];
  for (let tries = 0; tries < 200 * count && places.length < count; tries++) {
    const place = { x: random.next(), y: random.next(), radius: random.between(...radius) };
    const isClear = places.every(
      (other) => Math.hypot(other.x - place.x, other.y - place.y) > gap * (other.radius + place.radius),
    );
    if (isClear && isInside(place)) places.push(place);
  }
  return places;
}

/** Inside the picture with a rim left free, as a share of its side. */
export const insidePicture =
  (rim = 0.03) =>
  ({ x, y, radius }: Place): boolean =>
    Math.min(x, y, 1 - x, 1 - y) > radius + rim;
