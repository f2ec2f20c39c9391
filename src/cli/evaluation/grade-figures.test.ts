// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { gradeFigures } from './grade-figures.ts';

const figuresOf = (...pairs: readonly (readonly [said: number, truth: number])[]) =>
  gradeFigures(
    pairs.map(([said, truth]) => ({ said, truth })),
    pairs.map((_, at) => `person ${at}`),
  );

describe('gradeFigures', () => {
  it('weighs grades, not pictures', () => {
    const figures = figuresOf([0, 0], [0, 0], [0, 0], [0, 3]);
    expect(figures['balancedAccuracy']).toMatchObject({ n: 4, value: 0.5 });
    expect(figures['accuracy']?.value).toBe(0.75);
  });

  it('takes a miss by two as four times one by one', () => {
    expect(figuresOf([0, 0], [1, 1], [2, 2])['quadraticKappa']?.value).toBe(1);
    // Observed 1; expected by chance (2 + 1 + 4 + 2) / 3.
    expect(figuresOf([0, 0], [1, 1], [1, 2])['quadraticKappa']?.value).toBeCloseTo(1 - 1 / 3);
    expect(figuresOf([1, 1], [1, 1])['quadraticKappa']?.value).toBeNull();
  });
});
