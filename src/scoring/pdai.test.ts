// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { listPlaces, withAnswer } from '../../test/fixtures/random-answers.ts';
import { categoryText, findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import type { Leaf, ValueTree } from './items.ts';

const pdai = findForm('pdai');
const totals = findForm('pdaiTotals');

const leaves = listPlaces(pdai.form.items).filter(({ item }) => item.kind !== 'group');

const clear = leaves.reduce<ValueTree>((answers, { path }) => withAnswer(answers, path, 0), {});
const worst = leaves.reduce<ValueTree>(
  (answers, { path, item }) => withAnswer(answers, path, mostOf(item as Leaf)),
  {},
);

function mostOf(item: Leaf): number | undefined {
  return item.kind === 'choice' ? item.options.at(-1)?.value : undefined;
}

/** Clear skin but for these answers. */
function withOnly(...found: readonly (readonly [path: string, answer: number])[]): ValueTree {
  return found.reduce((answers, [path, answer]) => withAnswer(answers, path.split('.'), answer), clear);
}

const read = (answers: ValueTree) => {
  const { value, components } = scoreOf(pdai, answers);
  return { activity: value, damage: components?.['damage'] };
};

describe('PDAI', () => {
  it('runs from nothing to 250 of activity and 13 of damage', () => {
    expect(read(clear)).toEqual({ activity: 0, damage: 0 });
    expect(read(worst)).toEqual({ activity: 250, damage: 13 });
  });

  it('adds skin, scalp and mucous membranes, and keeps damage apart', () => {
    const found = withOnly(
      ['arms.activity', 3],
      ['arms.damage', 1],
      ['scalp.activity', 4],
      ['scalp.damage', 1],
      ['mucosa.tongue', 5],
    );
    expect(read(found)).toEqual({ activity: 12, damage: 2 });
  });

  it('tells one, two and three small lesions apart without drift', () => {
    const found = withOnly(['ears.activity', 1.3], ['nose.activity', 1.6], ['neck.activity', 1.3]);
    expect(read(found).activity).toBe(4.2);
  });

  it.each([
    ['ears.activity', 4],
    ['scalp.activity', 5],
    ['mucosa.eyes', 3],
  ])('has no such answer: %s %d', (path, answer) => {
    expect(() => scoreOf(pdai, withOnly([path, answer]))).toThrow('notAllowed');
  });

  it.each([
    [0, 'Moderate'],
    [14, 'Moderate'],
    [14.9, 'Moderate'],
    [15, 'Significant'],
    [44.9, 'Significant'],
    [45, 'Extensive'],
    [250, 'Extensive'],
  ])('reads a total activity of %d as %s', (activity, category) => {
    const { value, components, band } = scoreOf(totals, { activity, damage: 3 });
    expect([value, components, categoryText(band)]).toEqual([activity, { damage: 3 }, category]);
  });
});
