// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { checkAnswers } from './check-answers.ts';

const body = findForm('vasi');
const patches = findForm('vasiPatches');
const none = { handUnits: 0, depigmentation: 0 };
const clear = { hands: none, upperLimbs: none, trunk: none, lowerLimbs: none, feet: none };

describe('vasi', () => {
  it('adds up patches, each by its size and what is left of the pigment', () => {
    const answers = {
      patch1: { handUnits: 3, depigmentation: 0.5 },
      patch20: { handUnits: 4.25, depigmentation: 0.75 },
    };
    expect(scoreOf(patches, answers).value).toBe(4.6875);
  });

  it('wants the first patch, and knows twenty', () => {
    expect(checkAnswers(patches.form, { patch2: none }).faults).toMatchObject([
      { kind: 'missing', path: ['patch1', 'handUnits'] },
      { kind: 'missing', path: ['patch1', 'depigmentation'] },
    ]);
    expect(Object.keys(patches.form.items)).toHaveLength(20);
  });

  it.each(Object.keys(clear))('counts %s', (part) => {
    expect(scoreOf(body, { ...clear, [part]: { handUnits: 10, depigmentation: 0.9 } }).value).toBe(9);
  });

  it.each([0.2, 0.05, 1.1])('refuses the depigmentation %d', (depigmentation) => {
    const { faults } = checkAnswers(body.form, { ...clear, feet: { handUnits: 1, depigmentation } });
    expect(faults).toMatchObject([{ kind: 'notAllowed', path: ['feet', 'depigmentation'] }]);
  });

  it.each([
    [40, []],
    [40.01, ['moreSkinThanABody']],
  ])('warns of patches larger than the body: 60 and %d hands', (handUnits, warnings) => {
    const trunk = { handUnits: 60, depigmentation: 0 };
    expect(scoreOf(body, { ...clear, trunk, feet: { handUnits, depigmentation: 0 } }).warnings).toEqual(
      warnings,
    );
  });
});
