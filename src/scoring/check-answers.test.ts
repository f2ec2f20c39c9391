// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkAnswers } from './check-answers.ts';
import { chooseForm } from './choose-form.ts';
import { choice, count, group, measure, optional, percentage } from './items.ts';
import { pasi } from './pasi.ts';
import { noYes, signs0to4 } from './scales.ts';
import { defineForm } from './scoring-system.ts';

const form = defineForm({
  identifier: 'sample',
  mode: 'local',
  items: {
    surface: percentage('sign.surface', { alias: 'area' }),
    nodules: count('sign.nodule', { maximum: 20 }),
    itch: measure('sign.pruritus', { minimum: 0, maximum: 10, decimals: 1, display: 'answer.ofTen' }),
    redness: choice('sign.redness', signs0to4, { by: 'seen' }),
    trunk: group('region.trunk', { erythema: choice('sign.erythema', signs0to4) }),
    fever: optional(choice('answer.yes', noYes)),
    legs: optional(group('region.lowerLimbs', { erythema: choice('sign.erythema', signs0to4) })),
  },
  formula: ({ nodules }) => ({ value: nodules }),
});
const good = { surface: 12.25, nodules: 3, itch: 2.5, trunk: { erythema: 4 } };

const faultsOf = (answers: unknown) =>
  (checkAnswers(form, answers).faults ?? []).map(({ kind, path }) => [kind, path.join('.')]);

describe('checkAnswers', () => {
  it('hands on answers that fit', () => {
    expect(checkAnswers(form, good)).toEqual({ values: { ...good, fever: undefined, legs: undefined } });
    expect(checkAnswers(form, { ...good, fever: 1, legs: { erythema: 0 } }).faults).toBeUndefined();
  });

  it('accepts the other spelling of an item, and hands it on under its own', () => {
    const { surface: _, ...rest } = good;
    expect(checkAnswers(form, { ...rest, area: 40 })).toMatchObject({ values: { surface: 40 } });
  });

  it('refuses both spellings at once', () => {
    expect(faultsOf({ ...good, area: 40 })).toEqual([['twice', 'surface']]);
  });

  it('names every missing item, those of a missing region too, and none that may be left out', () => {
    expect(faultsOf({})).toEqual([
      ['missing', 'surface'],
      ['missing', 'nodules'],
      ['missing', 'itch'],
      ['missing', 'trunk.erythema'],
    ]);
    expect(faultsOf({ ...good, legs: {} })).toEqual([['missing', 'legs.erythema']]);
  });

  it.each([
    [{ ...good, surface: 100.01 }, 'surface'],
    [{ ...good, surface: -0.01 }, 'surface'],
    [{ ...good, surface: 12.345 }, 'surface'],
    [{ ...good, nodules: 20.5 }, 'nodules'],
    [{ ...good, nodules: 21 }, 'nodules'],
    [{ ...good, nodules: '3' }, 'nodules'],
    [{ ...good, nodules: null }, 'nodules'],
    [{ ...good, nodules: true }, 'nodules'],
    [{ ...good, nodules: [3] }, 'nodules'],
    [{ ...good, nodules: Number.NaN }, 'nodules'],
    [{ ...good, nodules: Number.POSITIVE_INFINITY }, 'nodules'],
    [{ ...good, itch: 2.55 }, 'itch'],
    [{ ...good, trunk: { erythema: 5 } }, 'trunk.erythema'],
    [{ ...good, trunk: { erythema: 0.5 } }, 'trunk.erythema'],
    [{ ...good, fever: undefined }, 'fever'],
  ])('refuses %j', (answers, path) => {
    expect(faultsOf(answers)).toEqual([['notAllowed', path]]);
  });

  it('refuses what is no group where a group is asked for', () => {
    expect(faultsOf({ ...good, trunk: 4 })).toEqual([['notAGroup', 'trunk']]);
    expect(faultsOf([])).toEqual([['notAGroup', '']]);
    expect(faultsOf(null)).toEqual([['notAGroup', '']]);
  });

  it('refuses what nobody asked for, and says what there is', () => {
    const { faults } = checkAnswers(form, { ...good, redness: 2, trunk: { erythema: 1, itch: 3 } });
    expect(faults).toEqual([
      { kind: 'unknown', path: ['trunk', 'itch'], known: ['erythema'] },
      { kind: 'unknown', path: ['redness'], known: ['surface', 'nodules', 'itch', 'trunk', 'fever', 'legs'] },
    ]);
  });

  it('asks for what a photograph shows when it is told to', () => {
    expect(checkAnswers(form, { ...good, redness: 2 }, ['asked', 'seen'])).toMatchObject({
      values: { redness: 2 },
    });
    expect(checkAnswers(form, { redness: 2 }, ['seen'])).toEqual({ values: { redness: 2 } });
  });

  it('wants at least one of many that may each be left out, where the form says so', () => {
    const eye = optional(group('region.trunk', { erythema: choice('sign.erythema', signs0to4) }));
    const items = { left: eye, right: eye };
    const any = defineForm({ identifier: 'any', mode: 'local', items, formula: () => ({ value: 0 }) });
    const needy = { ...any, atLeastOne: true } as const;
    const missing = { kind: 'missing', path: ['left', 'erythema'], item: eye.items.erythema };
    expect(checkAnswers(needy, {})).toEqual({ faults: [missing] });
    expect(checkAnswers(any, {}).faults).toBeUndefined();
    expect(checkAnswers(needy, { right: { erythema: 0 } }).faults).toBeUndefined();
    expect(checkAnswers(needy, { middle: 1 })).toMatchObject({
      faults: [{ kind: 'unknown', path: ['middle'] }],
    });
    expect(checkAnswers(needy, null)).toEqual({ faults: [{ kind: 'notAGroup', path: [] }] });
  });

  it('does not take inherited properties for answers', () => {
    expect(faultsOf({ ...good, constructor: 1 })).toEqual([['unknown', 'constructor']]);
  });
});

describe('chooseForm', () => {
  it('takes the form that knows most of the answers', () => {
    expect(chooseForm(pasi, { headNeck: {}, trunk: {} }).identifier).toBe('pasi');
    expect(chooseForm(pasi, { surface: 1, erythema: 2, trunk: {} }).identifier).toBe('pasiLocal');
  });

  it.each([{}, null, 3, { other: 1 }])('takes the first for %j', (answers) => {
    expect(chooseForm(pasi, answers).identifier).toBe('pasiLocal');
  });
});
