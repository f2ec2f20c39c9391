// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandBar, type Stretch } from './band-bar.ts';

const pasi: readonly Stretch[] = [
  { from: 0, to: 0, fill: '·' },
  { from: 0, to: 7, fill: '░' },
  { from: 7, to: 15, fill: '▒' },
  { from: 15, to: 72, fill: '█' },
];

describe('bandBar', () => {
  it('draws stretches in proportion, none vanishing, with their beginnings below and the mark above', () => {
    const { mark, stretches, scale } = bandBar(pasi, { value: 15, at: 3 }, 40);
    expect([mark, stretches.join(' '), scale]).toEqual([
      '            ▼',
      '· ░░░░ ▒▒▒▒ ████████████████████████████',
      '0      7    15                        72',
    ]);
  });

  it('gives single numbers equal room', () => {
    const grades = [0, 1, 2].map((grade) => ({ from: grade, to: grade, fill: 'x' }));
    expect(bandBar(grades, { value: 1, at: 1 }, 11)).toEqual({
      mark: '     ▼',
      stretches: ['xxx', 'xxx', 'xxx'],
      scale: '0   1   2',
    });
  });

  it('draws what has no end up to the mark', () => {
    const counts = [
      { from: 0, to: 11, fill: '▒' },
      { from: 11, to: Number.POSITIVE_INFINITY, fill: '█' },
    ];
    const { mark, scale } = bandBar(counts, { value: 100, at: 1 }, 30);
    expect(mark).toHaveLength(30);
    expect(scale.endsWith('…')).toBe(true);
  });

  it('keeps its width and puts the mark inside the stretch that holds the value', () => {
    const steps = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (lengths, share, pick) => {
        const starts = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
        const scale = lengths.map((length, at) => {
          const from = Number((starts[at] ?? 0).toFixed(1));
          return { from, to: Number(((starts[at] ?? 0) + length).toFixed(1)), fill: String(at) };
        });
        const at = pick % scale.length;
        const { from = 0, to = 0 } = scale[at] ?? {};
        const drawn = bandBar(scale, { value: from + share * (to - from), at }, 60);
        const line = drawn.stretches.join(' ');
        expect(line).toHaveLength(60);
        expect(line[drawn.mark.length - 1]).toBe(String(at));
        expect(drawn.scale.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
