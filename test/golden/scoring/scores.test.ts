// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findBand } from '../../../src/scoring/bands.ts';
import type { Item, Items } from '../../../src/scoring/items.ts';
import { categoryText, findForm, scoreOf, systemForms } from '../../fixtures/score-of.ts';
import expected from './expected.json' with { type: 'json' };

/* expected.json is a second opinion, written in another language from the papers' summary: see generate.py. */

interface ExpectedScore {
  readonly site: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly value: number;
  readonly category: string | null;
  readonly globalScoreContribution?: number;
  readonly localCategory?: string;
}

const mostOptions = 20;

/** Names that generate.py leaves to us: the one item of a form, a category nobody published. */
const ours = 'ANY';

/** Indices of our own, which nobody can have a second opinion on. */
const ownIndices = ['aladinLocal', 'awosiLocal', 'nsilLocal', 'scovid'];
/** Other forms of systems that are covered: each has a test beside its file. */
const otherForms = [
  'clasi',
  'clasiTotals',
  'pdai',
  'pdaiTotals',
  'mrss',
  'napsi',
  'hurley',
  'vasiPatches',
  'fvasi',
];

describe.each(Object.entries(expected))('%s', (identifier, { items, scores }) => {
  it('asks for the same and allows the same answers', () => {
    const own = describeItems(findForm(identifier).form.items);
    if (ours in items) expect(Object.values(own)).toEqual(Object.values(items));
    else expect(own).toEqual(describeExpected(items));
  });

  it.each(scores as readonly ExpectedScore[])('scores %j', (row) => {
    const systemForm = findForm(identifier);
    const [only] = Object.keys(systemForm.form.items);
    const answers = ours in row.answers ? { [String(only)]: row.answers[ours] } : row.answers;
    const { value, components, globalScoreContribution, band, localBand } = scoreOf(
      systemForm,
      answers,
      row.site,
    );
    expect(value).toBe(row.value);
    if (row.category !== ours) expect(categoryText(band)).toBe(row.category);
    const {
      site,
      answers: _,
      value: __,
      category,
      globalScoreContribution: share,
      localCategory,
      ...parts
    } = row;
    expect(components ?? {}).toMatchObject(parts);
    if (share !== undefined) expect(globalScoreContribution).toBe(share);
    if (localCategory !== undefined) expect(categoryText(localBand)).toBe(localCategory);
  });
});

it('leaves no form without a second opinion', () => {
  const known = [...Object.keys(expected), ...ownIndices, ...otherForms];
  expect(systemForms.map(({ form }) => form.identifier).filter((each) => !known.includes(each))).toEqual([]);
});

it('names every band it can reach', () => {
  for (const { system } of systemForms)
    for (const band of system.bands?.bands ?? [])
      expect(categoryText(band), `${system.code} ${band.category}`).toBeTruthy();
  expect(findBand([], 0)).toBeUndefined();
});

function describeItems(items: Items): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(items).map(([code, item]) => [code, describeItem(item)]));
}

function describeItem(item: Item): unknown {
  if (item.kind === 'group') return describeItems(item.items);
  if (item.kind === 'choice') return item.options.map(({ value }) => value);
  const { minimum, maximum, decimals } = item;
  const steps = maximum === null || decimals > 0 ? Number.POSITIVE_INFINITY : maximum - minimum;
  // A count of a few is the same question as a choice of a few.
  if (steps <= mostOptions) return Array.from({ length: steps + 1 }, (_, step) => minimum + step);
  return { minimum, maximum, decimals };
}

/** RESVECH's exudate: 0-3 counts, the wire allows 4. */
function describeExpected(items: object): object {
  return Object.fromEntries(
    Object.entries(items).map(([code, item]) => [code, item === 'EXUDATE' ? expect.any(Array) : item]),
  );
}
