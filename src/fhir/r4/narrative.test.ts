// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createShownReport, psoriasisCase } from '../../../test/fixtures/shown-report.ts';
import { strictSources, toStrictReport } from '../../../test/fixtures/strict-reports.ts';
import { toNarrative } from './narrative.ts';

const report = toStrictReport(createShownReport(psoriasisCase));

describe('a summary', () => {
  it.each([
    ['en', ' index: 6.3 (Severe)'],
    ['es', ': 6,3 ('],
    ['de', ': 6,3 (Schwer)'],
    ['pt', ': 6,3 (Grave)'],
    ['fr', ' : 6,3 ('],
  ] as const)('writes numbers and colons as its language does: %s', (locale, score) => {
    const { div } = toNarrative({ report, sources: strictSources, locale });
    expect(div).toContain(score);
    expect(div).not.toMatch(locale === 'en' ? /\d,\d/ : /\d\.\d/);
  });
});
