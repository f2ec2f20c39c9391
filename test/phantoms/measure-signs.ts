// SPDX-License-Identifier: Apache-2.0
import { rankCorrelation } from '../../src/cli/evaluation/rank-correlation.ts';
import { lookForEczema } from '../../src/vision/eyes/look-for-eczema.ts';
import { lookForPlaques } from '../../src/vision/eyes/look-for-plaques.ts';
import { type InflamedPatch, inflamedPatch } from './features/inflamed-patch.ts';
import { type LightName, lightNames } from './lights.ts';
import { renderPhantom } from './render-phantom.ts';
import { type ToneName, toneNames } from './tones.ts';

type Amounts = Omit<InflamedPatch, 'x' | 'y' | 'radius'>;

/** Signs that phantoms show, and how each is set; all but redness on a moderately red patch. */
const settings = {
  erythema: (amount: number) => ({ erythema: amount }),
  desquamation: (amount: number) => ({ erythema: 0.6, desquamation: amount }),
  induration: (amount: number) => ({ erythema: 0.6, induration: amount }),
  swelling: (amount: number) => ({ erythema: 0.6, swelling: amount }),
  lichenification: (amount: number) => ({ erythema: 0.6, lichenification: amount }),
  crusting: (amount: number) => ({ erythema: 0.6, crusting: amount }),
  excoriation: (amount: number) => ({ erythema: 0.6, excoriation: amount }),
  dryness: (amount: number) => ({ erythema: 0.6, dryness: amount }),
} satisfies Record<string, (amount: number) => Amounts>;

export type PhantomSign = keyof typeof settings;
export const phantomSigns = Object.keys(settings) as readonly PhantomSign[];

/** One phantom, as set and as measured. */
export interface Measured {
  readonly tone: ToneName;
  readonly light: LightName;
  readonly amount: number;
  readonly level: number;
  /** Percent of the visible skin. */
  readonly setArea: number;
  readonly measuredArea: number;
}

const amounts = [0.2, 0.4, 0.6, 0.8, 1];

/** Radii of the patch as shares of the side: from 6 to 28 percent of the picture. */
const radii = [0.14, 0.2, 0.25, 0.3];
const nets = { lesion: null, wound: null, acne: null };

interface Case {
  readonly tone: ToneName;
  readonly light: LightName;
  readonly amount: number;
  readonly radius: number;
  readonly seed: number;
}

function measure(sign: PhantomSign, { tone, light, amount, radius, seed }: Case): Measured {
  const patch = inflamedPatch({ x: 0.5, y: 0.5, radius, ...settings[sign](amount) });
  const { image, truth } = renderPhantom({ seed, tone, light, features: [patch] });
  const look = sign === 'desquamation' ? lookForPlaques : lookForEczema;
  const { signs, figures } = look({ image, nets });
  return {
    tone,
    light,
    amount,
    level: signs[sign]?.value ?? Number.NaN,
    setArea: truth.percents['lesion'] ?? 0,
    measuredArea: figures['affectedPercent']?.value ?? 0,
  };
}

/** The sign at rising amounts on every tone, in a different light each time. */
export function measureSign(sign: PhantomSign): readonly Measured[] {
  return toneNames.flatMap((tone, toneAt) =>
    amounts.map((amount, at) => {
      const light = lightNames[(toneAt + at) % lightNames.length] ?? 'daylight';
      const radius = radii[at % radii.length] ?? 0.2;
      return measure(sign, { tone, light, amount, radius, seed: 100 * toneAt + at });
    }),
  );
}

/** How well the levels follow the amounts, -1 to 1. */
export function correlate(rows: readonly Measured[]): number {
  const pairs = rows.map(({ amount, level }) => ({ truth: amount, said: level }));
  return rankCorrelation(pairs, new Uint16Array(pairs.length).fill(1));
}

/** Levels of the darkest two tones against the lightest two, mean over the amounts: 0 is fair. */
export function measureToneGap(rows: readonly Measured[]): number {
  const mean = (wanted: readonly ToneName[]): number => {
    const levels = rows.filter(({ tone }) => wanted.includes(tone)).map(({ level }) => level);
    return levels.reduce((sum, level) => sum + level, 0) / levels.length;
  };
  return mean(['V', 'VI']) - mean(['I', 'II']);
}

/** Mean error of the area in points of percent. */
export function measureAreaError(rows: readonly Measured[]): number {
  const errors = rows.map(({ setArea, measuredArea }) => Math.abs(setArea - measuredArea));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
