// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { goals, judge } from './goals.ts';
import type { Round } from './run-round.ts';
import { medianOf, spreadOf } from './spread.ts';

const parts = {
  decodeMs: 40,
  bareDecodeMs: 32,
  qualityMs: 1,
  inferenceMs: 12,
  heatMapsMs: 5,
  partsMs: 58,
  totalMs: 60,
  netWithMapsMs: 10.2,
  netWithoutMapsMs: 10,
  scanBodyMs: 2,
  parseBodyMs: 8,
};
const device = { oneMs: 63.8, imagesPerS: 24.1, manyMs: 600, longestGetMs: 12, memoryMb: 480 };
const round: Round = { workers: 2, parts, device, plain: device, noiseCores: 0.1 };
const measured = (what: string, rounds: readonly Round[] = [round]) => {
  const goal = goals.find((each) => each.what.startsWith(what));
  if (!goal) throw new Error(`there is no goal "${what}"`);
  return judge(goal, rounds);
};

it.each([
  ['one 3 MB photograph', 63.8 / 58],
  ['decode', 1.25],
  ['all but decode', 8 / 60],
  ['images/s', 24.1 / (2000 / 58)],
  ['17 photographs', 600 / ((17 * 58) / 2)],
  ['longest small GET', 12],
  ['inference', 1.02],
  ['memory', 480],
  ['body to bytes', 4],
])('computes "%s" as by hand', (what, value) => {
  expect(measured(what).spread.median).toBeCloseTo(value, 9);
});

it('passes at the bar, is near within a tenth of it, and misses beyond, on either side', () => {
  const memory = (memoryMb: number) =>
    measured('memory', [{ ...round, device: { ...device, memoryMb } }]).verdict;
  expect([memory(700), memory(769), memory(771)]).toEqual(['pass', 'near', 'miss']);
  const flow = (ratio: number) =>
    measured('images/s', [{ ...round, device: { ...device, imagesPerS: (ratio * 2000) / 58 } }]).verdict;
  expect([flow(0.7001), flow(0.64), flow(0.62)]).toEqual(['pass', 'near', 'miss']);
});

it('takes ratios inside a round, then the median', () => {
  const slow = { ...round, parts: { ...parts, partsMs: 116 }, device: { ...device, oneMs: 127.6 } };
  const { spread } = measured('one 3 MB photograph', [round, slow, round]);
  expect(spread.max - spread.min).toBeCloseTo(0, 9);
});

it('takes the middle of an odd number and the mean of the two middles of an even one', () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  expect(spreadOf([5, 9, 7])).toEqual({ median: 7, min: 5, max: 9, rounds: 3 });
});
