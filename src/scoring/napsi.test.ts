// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { checkAnswers } from './check-answers.ts';

const napsi = findForm('napsi');
const worst = { matrix: 4, bed: 4 };
const nails = Object.keys(napsi.form.items);

describe('napsi', () => {
  it('has a place for every nail of hands and feet', () => {
    expect(nails).toHaveLength(20);
    expect(scoreOf(napsi, Object.fromEntries(nails.map((nail) => [nail, worst]))).value).toBe(160);
  });

  it('gives 80 to ten fingernails at their worst, toes left out', () => {
    const fingers = nails.filter((nail) => !nail.includes('Toe'));
    expect(scoreOf(napsi, Object.fromEntries(fingers.map((nail) => [nail, worst]))).value).toBe(80);
  });

  it.each(nails)('counts %s alone', (nail) => {
    expect(scoreOf(napsi, { [nail]: { matrix: 3, bed: 1 } }).value).toBe(4);
  });

  it('has no score of no nail', () => {
    expect(checkAnswers(napsi.form, {}).faults).toMatchObject([
      { kind: 'missing', path: ['thumbRight', 'matrix'] },
      { kind: 'missing', path: ['thumbRight', 'bed'] },
    ]);
  });

  it('wants both halves of a nail', () => {
    expect(checkAnswers(napsi.form, { bigToeLeft: { bed: 2 } }).faults).toMatchObject([
      { kind: 'missing', path: ['bigToeLeft', 'matrix'] },
    ]);
  });
});
