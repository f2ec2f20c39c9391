// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';

it('counts no sign of a part of the head where no area is affected', () => {
  const signs = { distribution: 4, erythema: 4, thickness: 4 };
  const none = { surface: 0, ...signs };
  const head = { scalp: none, forehead: none, leftFace: none, rightFace: none };
  expect(scoreOf(findForm('akasi'), head).value).toBe(0);
  expect(scoreOf(findForm('akasi'), { ...head, scalp: { surface: 1, ...signs } }).value).toBe(5.2);
});
