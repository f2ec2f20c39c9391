// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { scoringSystems } from './systems.ts';

describe('worked examples', () => {
  it.each(scoringSystems.map(({ code, example }) => ({ code, example })))('$code', ({ code, example }) => {
    const { system, form } = findForm(example.form);
    expect(system.code).toBe(code);
    const { value, band } = scoreOf({ system, form }, example.answers, example.site);
    expect({ value, category: band?.category ?? null }).toEqual({
      value: example.value,
      category: example.category,
    });
  });

  it('say something: they are no row of nothings', () => {
    const silent = scoringSystems.filter(({ example }) => example.value === 0);
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});
