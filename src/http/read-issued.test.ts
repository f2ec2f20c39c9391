// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readIssued } from './read-issued.ts';

describe('readIssued', () => {
  it.each([
    ['2026-02-13', '2026-02-13T00:00:00.000Z'],
    ['2026-02-13T14:58', '2026-02-13T14:58:00.000Z'],
    ['2026-02-13T14:58:27.466000', '2026-02-13T14:58:27.466Z'],
    ['2026-02-13T14:58:27Z', '2026-02-13T14:58:27.000Z'],
    ['2026-02-13T00:30:00+02:00', '2026-02-12T22:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('reads %s as %s', (text, moment) => {
    expect(new Date(readIssued(text) ?? 0).toISOString()).toBe(moment);
  });

  it.each([
    '',
    'yesterday',
    '13.2.2026',
    '2026-13-01',
    '2026-02-30',
    '2026-02-30T10:00:00+02:00',
    '2026-02-13T25:00',
    '1770994707',
    '2026-02-13 14:58',
  ])('does not take %j for a date', (text) => {
    expect(readIssued(text)).toBeUndefined();
  });
});
