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

/** Least rank correlation over all tones and lights, and within each tone; largest gap between dark and light skin. */
const gates: Readonly<Record<PhantomSign, { overall: number; within: number; gap: number }>> = {
  erythema: { overall: 0.95, within: 0.9, gap: 0.08 },
  desquamation: { overall: 0.6, within: 0.7, gap: 0.3 },
  induration: { overall: 0.8, within: 0.8, gap: 0.2 },
  lichenification: { overall: 0.8, within: 0.8, gap: 0.25 },
  crusting: { overall: 0.7, within: 0.7, gap: 0.2 },
  swelling: { overall: 0.7, within: 0.7, gap: 0.2 },
  dryness: { overall: 0.7, within: 0.7, gap: 0.2 },
  excoriation: { overall: 0.7, within: 0.7, gap: 0.2 },
};

describe.each(phantomSigns)('%s of rendered skin', (sign) => {
  const rows = measureSign(sign);
  const { overall, within, gap } = gates[sign];

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
    expect(measureAreaError(rows)).toBeLessThanOrEqual(3);
  });
});
