// SPDX-License-Identifier: Apache-2.0
import type { Rgb } from './tones.ts';

/** How a phantom is lit. */
export interface Light {
  /** Strength of each channel; 1 is a well exposed photograph in white light. */
  readonly colour: Rgb;
  /** How much darker the far corner is than the near one, 0-1. */
  readonly falloff: number;
  /** Direction it comes from, degrees clockwise from the top. */
  readonly fromDegrees: number;
  /** How strongly relief is shaded, 0 (straight from the front) to 1 (from the side). */
  readonly slant: number;
}

/** Our own convention: colours of usual lamps as a camera that balances white halfway shows them. */
export const lights = {
  daylight: { colour: [1, 1, 1], falloff: 0.12, fromDegrees: -45, slant: 0.5 },
  lamp: { colour: [1.06, 0.97, 0.82], falloff: 0.25, fromDegrees: 60, slant: 0.6 },
  cool: { colour: [0.94, 1, 1.1], falloff: 0.15, fromDegrees: -80, slant: 0.4 },
  dim: { colour: [0.52, 0.5, 0.46], falloff: 0.2, fromDegrees: 20, slant: 0.5 },
  bright: { colour: [1.15, 1.14, 1.12], falloff: 0.1, fromDegrees: -30, slant: 0.4 },
  side: { colour: [0.95, 0.93, 0.9], falloff: 0.45, fromDegrees: -90, slant: 0.8 },
} as const satisfies Record<string, Light>;

export type LightName = keyof typeof lights;

export const lightNames = Object.keys(lights) as [LightName, ...LightName[]];
