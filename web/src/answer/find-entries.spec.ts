// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Entry } from './answer.ts';
import { findEntries } from './find-entries.ts';

const entry = (rank: number, name: string, code: string, title: string): Entry => ({
  rank,
  name,
  icd11: { code, title },
  probabilityPercent: 1,
  evidence: 'image',
  heatMap: null,
});

const entries = [
  entry(1, 'Melanoma', '2C30.Z', 'Melanoma of skin, unspecified'),
  entry(2, 'Sjögren syndrome', '4A43.2', 'Sjögren syndrome'),
  { ...entry(3, 'Non-specific finding', '', ''), icd11: null },
];
const ranks = (query: string) => findEntries(entries, query).map(({ rank }) => rank);

test('finds by name, official title and code, whatever case or accents', () => {
  expect(ranks('melan')).toEqual([1]);
  expect(ranks('UNSPECIFIED')).toEqual([1]);
  expect(ranks('2c30')).toEqual([1]);
  expect(ranks('sjogren')).toEqual([2]);
  expect(ranks('non-specific')).toEqual([3]);
});

test('wants every word, in any order', () => {
  expect(ranks('skin melanoma')).toEqual([1]);
  expect(ranks('melanoma syndrome')).toEqual([]);
});

test('shows everything for an empty query', () => {
  expect(ranks('  ')).toEqual([1, 2, 3]);
});
