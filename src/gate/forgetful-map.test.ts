// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createForgetfulMap } from './forgetful-map.ts';

describe('a forgetful map', () => {
  it('remembers at least the last half of its room, whatever came before', () => {
    const step = fc.record({ key: fc.integer({ min: 0, max: 30 }).map(String), value: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const map = createForgetfulMap<number>(20);
        for (const { key, value } of steps) map.set(key, value);
        const lastSet = new Map(steps.map(({ key, value }) => [key, value]));
        const recent = [...new Set(steps.map(({ key }) => key).toReversed())].slice(0, 10);
        for (const key of recent) expect(map.get(key)).toBe(lastSet.get(key));
      }),
    );
  });

  it('never holds more than its room', () => {
    const map = createForgetfulMap<number>(20);
    for (let key = 0; key < 1000; key += 1) map.set(`${key}`, key);
    const held = Array.from({ length: 1000 }, (_, key) => map.get(`${key}`)).filter(
      (value) => value !== undefined,
    );
    expect(held.length).toBeGreaterThanOrEqual(10);
    expect(held.length).toBeLessThanOrEqual(20);
  });

  it('forgets at once what it is told to', () => {
    const map = createForgetfulMap<number>(4);
    for (const key of ['a', 'b', 'c']) map.set(key, 1);
    map.delete('a');
    map.delete('c');
    expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([undefined, 1, undefined]);
  });
});
