// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCalibrationError } from './calibration-error.ts';

const ones = (n: number) => new Uint16Array(n).fill(1);

describe('computeCalibrationError', () => {
  it('gives the value computed by hand', () => {
    // One bin holds 0.95 twice (one right): gap |1.9 - 1| = 0.9; another 0.55 once (right): gap 0.45; (0.9 + 0.45) / 3.
    const predictions = [
      { confidence: 0.95, isCorrect: true },
      { confidence: 0.95, isCorrect: false },
      { confidence: 0.55, isCorrect: true },
    ];
    expect(computeCalibrationError(predictions, ones(3))).toBeCloseTo(0.45, 12);
  });

  it('is nothing when four in five of those said with 0.8 are right', () => {
    const predictions = [true, true, true, true, false].map((isCorrect) => ({ confidence: 0.8, isCorrect }));
    expect(computeCalibrationError(predictions, ones(5))).toBeCloseTo(0, 12);
  });

  it('keeps a confidence of exactly 1 in the last bin', () => {
    expect(computeCalibrationError([{ confidence: 1, isCorrect: false }], ones(1))).toBe(1);
  });

  it('stays within 0-1 and takes a picture drawn twice for two pictures', () => {
    const prediction = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      isCorrect: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(prediction, { minLength: 1, maxLength: 50 }), (predictions) => {
        const once = computeCalibrationError([...predictions, ...predictions], ones(predictions.length * 2));
        const twice = computeCalibrationError(predictions, ones(predictions.length).fill(2));
        expect(twice).toBeCloseTo(once, 12);
        expect(twice).toBeGreaterThanOrEqual(0);
        expect(twice).toBeLessThanOrEqual(1);
      }),
    );
  });
});
