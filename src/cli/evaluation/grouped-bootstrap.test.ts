// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { groupedEstimates, meanOf } from './grouped-bootstrap.ts';

const values = Array.from({ length: 100 }, (_, at) => (at < 50 ? 0 : 1));

describe('groupedEstimates', () => {
  it('keeps the pictures of a person together, which widens the interval', () => {
    const alone = values.map((_, at) => `person ${at}`);
    const pairs = values.map((value) => `person ${value}`);
    const [independent] = groupedEstimates(alone, [meanOf(values)]);
    const [together] = groupedEstimates(pairs, [meanOf(values)]);
    expect(independent?.value).toBe(0.5);
    expect(independent?.low).toBeGreaterThan(0.35);
    expect(independent?.high).toBeLessThan(0.65);
    expect(together).toEqual({ n: 100, value: 0.5, low: 0, high: 1 });
  });

  it('leaves out what is not defined, and gives nothing where nothing is', () => {
    const groups = ['a', 'b', 'c'];
    expect(groupedEstimates(groups, [meanOf([1, Number.NaN, 3])])[0]?.value).toBe(2);
    const none = meanOf([Number.NaN, Number.NaN, Number.NaN]);
    expect(groupedEstimates(groups, [none])[0]).toEqual({ n: 3, value: null, low: null, high: null });
  });
});
