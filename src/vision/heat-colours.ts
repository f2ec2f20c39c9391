// SPDX-License-Identifier: Apache-2.0

/** Steps of the colour table; more than a JPEG can show. */
export const heatSteps = 256;

/**
 * Dark violet over red and orange to pale yellow: brightness rises evenly, so the order is right for colour-blind
 * eyes and in a grey print. @source "inferno" of Smith and van der Walt 2015, matplotlib, CC0; upper three quarters
 */
const stops = [
  [0x56, 0x10, 0x6e],
  [0x8a, 0x22, 0x6a],
  [0xbb, 0x37, 0x54],
  [0xe3, 0x59, 0x33],
  [0xf9, 0x8e, 0x09],
  [0xf9, 0xcb, 0x35],
  [0xfc, 0xff, 0xa4],
] as const;

/** Below this step of a map's range nothing is painted, so skin that did not matter stays skin. */
export const coldestPainted = 77;

/** Of 256: the hottest spot still lets the lesion's structure through. */
const strongestAlpha = 158;

/** Colour and opacity (of 256) by heat, from just painted to hottest. */
export interface HeatColours {
  readonly red: Int32Array;
  readonly green: Int32Array;
  readonly blue: Int32Array;
  readonly alpha: Int32Array;
}

function channelAt(position: number, channel: 0 | 1 | 2): number {
  const scaled = position * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(scaled));
  const from = stops[below]?.[channel] ?? 0;
  const to = stops[below + 1]?.[channel] ?? 0;
  return Math.round(from + (to - from) * (scaled - below));
}

/** Full opacity is reached at this share of the painted range, so that the shape of the warm region is plain. */
const opaqueFrom = 0.625;

/** Smooth step: no visible edge where the paint begins. */
const ease = (t: number): number => t * t * (3 - 2 * t);

function makeTable(value: (position: number) => number): Int32Array {
  return Int32Array.from({ length: heatSteps }, (_, step) => value(step / (heatSteps - 1)));
}

/** The colours of every heat map. */
export const heatColours: HeatColours = {
  red: makeTable((position) => channelAt(position, 0)),
  green: makeTable((position) => channelAt(position, 1)),
  blue: makeTable((position) => channelAt(position, 2)),
  alpha: makeTable((position) => Math.round(strongestAlpha * ease(Math.min(1, position / opaqueFrom)))),
};
