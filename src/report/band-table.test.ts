// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReportRecord } from '../../test/fixtures/printable-report.ts';
import { findBand, readInterval } from '../scoring/bands.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { bandBar, readSeverity } from './band-table.ts';

const tables = scoringSystems.flatMap(({ code, bands }) =>
  bands === null ? [] : [{ code, bands: bands.bands }],
);

describe('the bar of a score', () => {
  it.each(tables)('of $code marks every value inside its own band', ({ bands }) => {
    const first = readInterval(bands[0]?.range ?? '[0, 1]').from;
    fc.assert(
      fc.property(fc.double({ min: first, max: first + 120, noNaN: true }), (value) => {
        const own = findBand(bands, value);
        if (own === undefined) return;
        const least = bands.map(() => 0.05);
        const { stretches, mark } = bandBar(bands, { value, category: own.category, least });
        const [stretch] = stretches.filter(({ band }) => band === own);
        const place = mark ?? Number.NaN;
        expect(place).toBeGreaterThanOrEqual((stretch?.start ?? 2) - 1e-9);
        expect(place).toBeLessThanOrEqual((stretch?.start ?? 0) + (stretch?.width ?? 0) + 1e-9);
        const widths = stretches.map(({ width }) => width);
        expect(Math.min(...widths)).toBeGreaterThan(0.05 - 1e-9);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('shares the sheet where the names need more than there is', () => {
    const [{ bands } = { bands: [] }] = tables;
    const own = bands[0];
    const least = bands.map(() => 0.9);
    const { stretches } = bandBar(bands, { value: 0, category: own?.category ?? '', least });
    expect(stretches.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 9);
  });
});

describe('a category that no band has', () => {
  it('is marked nowhere', () => {
    const [{ bands } = { bands: [] }] = tables;
    const { mark, stretches } = bandBar(bands, { value: 1, category: 'odd', least: [] });
    expect(mark).toBeNull();
    expect(stretches.filter(({ isOwn }) => isOwn)).toEqual([]);
  });
});

describe('a score of a record', () => {
  const [severity] = createReportRecord().severities;
  if (severity === undefined) throw new Error('Expected the sample to have a score');

  it('is read against the cut-offs of its site', () => {
    expect(readSeverity(severity)?.bands?.map(({ range }) => range)).toEqual([
      '[0, 0]',
      '(0, 2.1)',
      '[2.1, 4.5)',
      '[4.5, 21.6]',
    ]);
  });

  it('keeps the category that the record has', () => {
    const bands = readSeverity(severity)?.bands ?? [];
    expect(findBand(bands, severity.score.value)?.category).toBe(severity.score.category);
  });

  it.each([
    ['value', { value: 9.9 }],
    ['category', { category: 'mild' }],
    ['items', { items: {} }],
  ])('has no table where this version would count another %s', (_what, changes) => {
    const score = { ...severity.score, ...changes };
    expect(readSeverity({ ...severity, score })?.bands).toBeNull();
  });

  it('is left alone where this version does not know it', () => {
    const score = { ...severity.score, code: 'novel' };
    expect(readSeverity({ ...severity, score })).toBeUndefined();
  });
});
