// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type Band, findOwnBand } from './own-band.ts';

const names = { 1: 'low', 2: 'moderate', 3: 'high' } as const;

function band(text: string, code: 1 | 2 | 3, [min, max]: readonly [number, number | null]): Band {
  return { min, max, text, coding: [{ code, display: names[code] }] };
}

/** As the area and severity index of one site has them: none and mild begin at the same number. */
const meeting = [
  band('None', 1, [0, 0]),
  band('Mild', 1, [0, 2.1]),
  band('Moderate', 2, [2.1, 4.5]),
  band('Severe', 3, [4.5, 21.6]),
];

const whole = [band('Mild', 1, [0, 3]), band('Moderate', 2, [4, 10]), band('Severe', 3, [11, null])];

test.each([
  [0, 1, 'None'],
  [0.1, 1, 'Mild'],
  [2.1, 1, 'Mild'],
  [2.1, 2, 'Moderate'],
  [4.5, 3, 'Severe'],
  [21.6, 3, 'Severe'],
] as const)('a score of %d with severity %d is %s', (value, level, text) => {
  expect(findOwnBand(value, { value: level, interpretations: meeting })?.text).toBe(text);
});

test.each([
  [3, 1, 'Mild'],
  [4, 2, 'Moderate'],
  [500, 3, 'Severe'],
  [3.5, 1, 'Mild'],
] as const)('a score of %d among whole numbers is %s', (value, level, text) => {
  expect(findOwnBand(value, { value: level, interpretations: whole })?.text).toBe(text);
});

test('a score without bands has none', () => {
  expect(findOwnBand(3, { value: null, interpretations: [] })).toBeUndefined();
});
