// SPDX-License-Identifier: Apache-2.0

/** Light of the three channels of a camera, linear. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Skin as a pale ground under two colourings that take light as powers of ten (Beer and Lambert). Our own convention: the figures
 * are chosen so that the six tones look like skin. They keep to what is known of the two: melanin takes the more light the
 * shorter its wave, haemoglobin takes green and blue and hardly any red.
 */
export const pigments = {
  /** Light thrown back by skin without melanin and blood. */
  ground: [0.86, 0.72, 0.62] as Rgb,
  /** Optical density of one unit of melanin. */
  melanin: [0.9, 1.08, 1.5] as Rgb,
  /** Optical density of one unit of blood. */
  blood: [0.05, 0.36, 0.28] as Rgb,
  /** Light that the skin's surface throws back before any colouring takes it. */
  gloss: 0.006,
} as const;

/** Blood of unaffected skin, in units. Our own convention */
export const usualBlood = 0.25;

/** Blood that a redness of 1 adds, in units. Our own convention */
export const mostBlood = 0.65;

/** Melanin of six tones after Fitzpatrick's types, in units. Our own convention */
export const tones = { I: 0.05, II: 0.1, III: 0.19, IV: 0.33, V: 0.55, VI: 0.9 } as const;

export type ToneName = keyof typeof tones;

export const toneNames = Object.keys(tones) as readonly ToneName[];
