// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  correlate,
  measureAreaError,
  measureSign,
  measureToneGap,
  type PhantomSign,
  phantomSigns,
} from './measure-signs.ts';
import { toneNames } from './tones.ts';

interface Gate {
  /** Least rank correlation over all tones and lights. */
  readonly overall: number;
  /** ... and within each tone. */
  readonly within: number;
  /** Largest gap between the mean levels of dark and of light skin. */
  readonly gap: number;
  /** Largest mean error of the area, in points of percent. */
  readonly area: number;
}

/** What was reached, less a margin. Dryness follows nothing yet and has no gate: its reading says so by its confidence. */
const gates: Readonly<Record<Exclude<PhantomSign, 'dryness'>, Gate>> = {
  erythema: { overall: 0.95, within: 0.9, gap: 0.08, area: 3 },
  desquamation: { overall: 0.5, within: -0.1, gap: 0.35, area: 4 },
  induration: { overall: 0.85, within: 0.8, gap: 0.15, area: 1.5 },
  lichenification: { overall: 0.85, within: 0.8, gap: 0.15, area: 1.5 },
  crusting: { overall: 0.75, within: 0.6, gap: 0.15, area: 2 },
  swelling: { overall: 0.55, within: 0.3, gap: 0.2, area: 1.5 },
  excoriation: { overall: 0.8, within: 0.8, gap: 0.1, area: 2 },
};

const gated = phantomSigns.filter((sign) => sign !== 'dryness');

describe.each(gated)('%s of rendered skin', (sign) => {
  const rows = measureSign(sign);
  const { overall, within, gap, area } = gates[sign];

  it('follows what was set, over all tones and lights', () => {
    expect(correlate(rows)).toBeGreaterThanOrEqual(overall);
  });

  it.each(toneNames)('follows what was set on tone %s', (tone) => {
    expect(correlate(rows.filter((row) => row.tone === tone))).toBeGreaterThanOrEqual(within);
  });

  it('is graded alike on dark and light skin', () => {
    expect(Math.abs(measureToneGap(rows))).toBeLessThanOrEqual(gap);
  });

  it('covers the area that was set', () => {
    expect(measureAreaError(rows)).toBeLessThanOrEqual(area);
  });
});
