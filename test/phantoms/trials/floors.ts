// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from './sum-up-trials.ts';

/** What an experiment must reach; whatever falls below has become worse. */
export interface Floor {
  /** Least rank correlation over all tones, and within each of them. */
  readonly correlation: number;
  readonly withinTone: number;
  /** Most that the mean of one tone may differ from that of all, at the same amount; in the figure's own unit. */
  readonly toneGap: number;
  /** Most that measured and true values may differ on average; in the figure's own unit. */
  readonly error?: number;
}

/** What every measured method should reach; the report says which do not. Our own convention */
export const aim = {
  correlation: 0.9,
  withinTone: 0.8,
  /** Of signs and presences, 0-1. */
  toneGap: 0.15,
  /** Error and gap of counts and percents, as shares of their mean true value. */
  errorShare: 0.25,
} as const;

/** What an outcome falls short of, by name; empty where it reaches the aim. */
export function findShortfalls(outcome: Outcome, hasError: boolean): string[] {
  const mostGap = hasError ? aim.errorShare * outcome.meanTruth : aim.toneGap;
  const least = Math.min(...Object.values(outcome.correlationByTone));
  const checks: readonly (readonly [name: string, isShort: boolean])[] = [
    ['rank correlation', outcome.correlation < aim.correlation],
    ['rank correlation within a tone', least < aim.withinTone],
    ['tones alike', outcome.toneGap > mostGap],
    ['error', hasError && outcome.error > aim.errorShare * outcome.meanTruth],
  ];
  return checks.flatMap(([name, isShort]) => (isShort ? [name] : []));
}

/**
 * Measured on these phantoms and left some room; a floor below the aim marks a weakness that is known and not yet mended.
 * Raise a floor when a method gets better; never lower one to make a test pass.
 */
export const floors: Readonly<Record<string, Floor>> = {
  'plaques: erythema': { correlation: 0.9, withinTone: 0.8, toneGap: 0.1 },
  'plaques: induration': { correlation: 0.9, withinTone: 0.8, toneGap: 0.1 },
  'plaques: desquamation': { correlation: 0.85, withinTone: 0.8, toneGap: 0.25 },
  'eczema: swelling': { correlation: 0.4, withinTone: 0, toneGap: 0.22 },
  'eczema: crusting': { correlation: 0.85, withinTone: 0.8, toneGap: 0.25 },
  'eczema: excoriation': { correlation: 0.9, withinTone: 0.8, toneGap: 0.15 },
  'eczema: lichenification': { correlation: 0.9, withinTone: 0.8, toneGap: 0.1 },
  'eczema: dryness': { correlation: 0.7, withinTone: 0.75, toneGap: 0.4 },
  'pustules: pustulation': { correlation: 0.6, withinTone: 0.2, toneGap: 0.3 },
  'wound: erythema': { correlation: 0.9, withinTone: 0.8, toneGap: 0.2 },
  'plaques: affected percent': { correlation: 0.9, withinTone: 0.8, toneGap: 1.6, error: 0.9 },
  'plaques: affected percent of a limb': { correlation: 0.9, withinTone: 0.8, toneGap: 0.6, error: 1 },
  'depigmentation: percent': { correlation: 0.95, withinTone: 0.9, toneGap: 1.2, error: 2.7 },
  'hair loss, black hair: percent': { correlation: 0.95, withinTone: 0.9, toneGap: 3, error: 2 },
  'hair loss, brown hair: percent': { correlation: 0.85, withinTone: 0.6, toneGap: 8, error: 3 },
  'hair loss, blond hair: percent': { correlation: 0.6, withinTone: 0.6, toneGap: 15, error: 10 },
  'hair loss, grey hair: percent': { correlation: 0.65, withinTone: 0.5, toneGap: 70, error: 10 },
  'wound: percent of the picture': { correlation: 0.95, withinTone: 0.9, toneGap: 0.8, error: 3.2 },
  'wheals: count': { correlation: 0.95, withinTone: 0.95, toneGap: 0.4, error: 0.2 },
  'acne (measured): count': { correlation: 0.95, withinTone: 0.95, toneGap: 0.4, error: 0.2 },
  'unspecific: inflammations': { correlation: 0.95, withinTone: 0.95, toneGap: 0.4, error: 0.2 },
  'suppuration: nodules': { correlation: 0.95, withinTone: 0.95, toneGap: 0.2, error: 0.1 },
  'suppuration: abscesses': { correlation: 0.9, withinTone: 0.8, toneGap: 0.1, error: 0.1 },
  'suppuration: draining tunnels': { correlation: 0.95, withinTone: 0.9, toneGap: 0.8, error: 0.2 },
  'wound: slough': { correlation: 0.7, withinTone: 0.85, toneGap: 0.5 },
  'wound: necrosis': { correlation: 0.95, withinTone: 0.9, toneGap: 0.15 },
  'wound: maceration': { correlation: 0.4, withinTone: -0.1, toneGap: 0.58 },
};
