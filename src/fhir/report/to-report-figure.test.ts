// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  roundPercent,
  toNullableReportPercent,
  toReportPercent,
  toReportSeconds,
} from './to-report-figure.ts';
import { toReportInstant } from './to-report-instant.ts';

describe('a percentage of a report', () => {
  it.each([
    [0, 0],
    [1, 100],
    [0.996_5, 99.65],
    [0.999_999, 100],
    [0.000_049, 0],
    [0.000_05, 0.01],
    [1 / 3, 33.33],
  ])('%d becomes %d', (probability, percent) => {
    expect(toReportPercent(probability)).toBe(percent);
  });

  it('never has more than two decimals, and stays within 0 and 100', () => {
    for (let step = 0; step <= 10_007; step++) {
      const percent = toReportPercent(step / 10_007);
      expect(String(percent)).toMatch(/^(100|\d{1,2}(\.\d{1,2})?)$/);
    }
  });

  it('is null where the probability is', () => {
    expect(toNullableReportPercent(null)).toBeNull();
    expect(toNullableReportPercent(0)).toBe(0);
  });

  it('has no negative zero', () => {
    expect(Object.is(roundPercent(-0.001), 0)).toBe(true);
    expect(roundPercent(-33.333)).toBe(-33.33);
  });
});

describe('a duration', () => {
  it('is printed in milliseconds and never as 0', () => {
    expect(toReportSeconds(0.916_49)).toBe(0.916);
    expect(toReportSeconds(0)).toBe(0.001);
  });
});

describe('a moment', () => {
  it('is printed to the second, with its offset', () => {
    expect(toReportInstant(Date.UTC(2026, 0, 2, 3, 4, 5, 999))).toBe('2026-01-02T03:04:05+00:00');
  });
});
