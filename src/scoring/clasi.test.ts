// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { listPlaces, withAnswer } from '../../test/fixtures/random-answers.ts';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import type { Leaf, ValueTree } from './items.ts';

const clasi = findForm('clasi');
const totals = findForm('clasiTotals');

/** Every question answered with the least, or with the most. */
function answerAll(pick: 'least' | 'most'): ValueTree {
  const leaves = listPlaces(clasi.form.items).filter(({ item }) => item.kind !== 'group');
  return leaves.reduce<ValueTree>((answers, { path, item }) => {
    const values = valuesOf(item as Leaf);
    return withAnswer(answers, path, pick === 'least' ? values.at(0) : values.at(-1));
  }, {});
}

const valuesOf = (item: Leaf) => (item.kind === 'choice' ? item.options.map(({ value }) => value) : []);

const clear = answerAll('least');

/** Clear skin but for these answers. */
function withOnly(...found: readonly (readonly [path: string, answer: number])[]): ValueTree {
  return found.reduce((answers, [path, answer]) => withAnswer(answers, path.split('.'), answer), clear);
}

const read = (answers: ValueTree) => {
  const { value, components } = scoreOf(clasi, answers);
  return { activity: value, damage: components?.['damage'] };
};

describe('CLASI', () => {
  it('runs from nothing to 70 of activity and 56 of damage', () => {
    expect(read(clear)).toEqual({ activity: 0, damage: 0 });
    expect(read(answerAll('most'))).toEqual({ activity: 70, damage: 56 });
  });

  it('asks at 13 sites', () => {
    expect(Object.values(clasi.form.items).filter(({ kind }) => kind === 'group')).toHaveLength(13);
  });

  it('counts erythema, scale, mucosa and hair as activity', () => {
    const active = withOnly(
      ['scalp.erythema', 3],
      ['hands.scale', 2],
      ['mucosa', 1],
      ['recentHairLoss', 1],
      ['alopecia', 2],
    );
    expect(read(active)).toEqual({ activity: 9, damage: 0 });
  });

  it('counts dyspigmentation and scars as damage', () => {
    const scarred = withOnly(['ears.scarring', 2], ['scalpScarring', 5], ['chest.dyspigmentation', 1]);
    expect(read(scarred)).toEqual({ activity: 0, damage: 8 });
  });

  it('counts dyspigmentation double when it lasts a year, and nothing else', () => {
    const found = [
      ['scalp.dyspigmentation', 1],
      ['legs.dyspigmentation', 1],
      ['legs.scarring', 1],
    ] as const;
    expect(read(withOnly(...found)).damage).toBe(3);
    expect(read(withOnly(...found, ['dyspigmentationLasts', 1])).damage).toBe(5);
  });

  it('asks for scars of the scalp once, by quarters', () => {
    expect(() => scoreOf(clasi, withOnly(['scalp.scarring', 1]))).toThrow('unknown');
    expect(() => scoreOf(clasi, withOnly(['scalpScarring', 1]))).toThrow('notAllowed');
  });

  it.each([
    [0, 'Mild'],
    [9, 'Mild'],
    [10, 'Moderate'],
    [20, 'Moderate'],
    [21, 'Severe'],
    [70, 'Severe'],
  ])('reads a total activity of %d as %s, whatever the damage', (activity, category) => {
    const { value, components, band } = scoreOf(totals, { activity, damage: 30 });
    expect([value, components, categoryText(band)]).toEqual([activity, { damage: 30 }, category]);
  });
});
