// SPDX-License-Identifier: Apache-2.0
import type { Eye, EyeFinding } from '../../../src/vision/eyes/eye.ts';
import type { Random } from '../random.ts';
import type { Feature, Phantom } from '../render-phantom.ts';
import type { ToneName } from '../tones.ts';

/** One thing that an eye measures, put on skin in known amounts. */
export interface Experiment {
  /** As in the report, e.g. `plaques: erythema`. */
  readonly name: string;
  readonly eye: Eye;
  /** Set amounts, rising, e.g. 0-1 of a sign or a count. */
  readonly amounts: readonly number[];
  /** What is drawn for an amount. */
  readonly draw: (amount: number, random: Random) => readonly Feature[];
  /** The true figure, where it is not the set amount itself: a count, a percent. */
  readonly truth?: (phantom: Phantom) => number;
  readonly read: (finding: EyeFinding) => number;
  /** Skin tones on which it can be seen at all; all by default. */
  readonly tones?: readonly ToneName[];
  /** Whether `measured - true` says anything: not where a level of 0-1 or a probability is only to rise with the amount. */
  readonly hasError: boolean;
}

export const readSign =
  (sign: string) =>
  ({ signs }: EyeFinding): number =>
    signs[sign]?.value ?? Number.NaN;

export const readFigure =
  (figure: string) =>
  ({ figures }: EyeFinding): number =>
    figures[figure]?.value ?? Number.NaN;
