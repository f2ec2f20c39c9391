// SPDX-License-Identifier: Apache-2.0

/** Optical densities that a layer adds in red, green and blue light. */
export type Densities = readonly [red: number, green: number, blue: number];

/**
 * Densities per unit of melanin, of haemoglobin and of dried serum: melanin takes more the shorter the wave, haemoglobin takes green most and
 * red hardly. Our own convention for three broad channels, after the shape of the spectra.
 */
export const chromophores: {
  readonly melanin: Densities;
  readonly blood: Densities;
  readonly crust: Densities;
} = {
  melanin: [1, 1.35, 1.7],
  blood: [0.08, 1, 0.75],
  crust: [0.1, 0.22, 0.4],
};

/** Melanin of six tones, light to dark, about Fitzpatrick I to VI; and the blood of unaffected skin. Our own convention. */
export const skinTones = { I: 0.08, II: 0.14, III: 0.22, IV: 0.34, V: 0.52, VI: 0.75 } as const;
export type SkinTone = keyof typeof skinTones;
export const usualBlood = 0.1;

/** Blood that a lesion of the strongest redness adds. Our own convention: about four times that of bright red skin. */
export const mostBlood = 0.24;
