// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm, scoreOf } from '../../test/fixtures/score-of.ts';
import { achievesHiscr } from './hiscr.ts';

const hiscr = findForm('hiscr');
const baseline = { nodule: 6, abscess: 2, drainingTunnel: 2 };
const half = { nodule: 3, abscess: 1, drainingTunnel: 2 };

describe('HiSCR', () => {
  it.each([
    ['half are gone and nothing else is more', half, true],
    ['nodules grew into fewer abscesses', { nodule: 4, abscess: 0, drainingTunnel: 2 }, true],
    ['everything is gone', { nodule: 0, abscess: 0, drainingTunnel: 0 }, true],
    ['one more than half remains', { ...half, nodule: 4 }, false],
    ['half are gone but the abscesses are more', { nodule: 1, abscess: 3, drainingTunnel: 2 }, false],
    ['more than half are gone but a tunnel is new', { nodule: 1, abscess: 1, drainingTunnel: 3 }, false],
    ['nothing changed', baseline, false],
  ])('where %s', (_when, followUp, isAchieved) => {
    expect(achievesHiscr(baseline, followUp)).toBe(isAchieved);
    const { value, band } = scoreOf(hiscr, { baseline, followUp });
    expect([value, band?.category]).toEqual(isAchieved ? [1, 'achieved'] : [0, 'notAchieved']);
  });

  it('rounds nothing: of seven lesions, four must go', () => {
    const seven = { nodule: 7, abscess: 0, drainingTunnel: 0 };
    expect(achievesHiscr(seven, { ...seven, nodule: 4 })).toBe(false);
    expect(achievesHiscr(seven, { ...seven, nodule: 3 })).toBe(true);
  });

  it('is never achieved where there was nothing at baseline', () => {
    const none = { nodule: 0, abscess: 0, drainingTunnel: 3 };
    expect(achievesHiscr(none, { ...none, drainingTunnel: 0 })).toBe(false);
  });

  it('warns of fewer than three lesions at baseline', () => {
    const warningsOf = (nodule: number) =>
      scoreOf(hiscr, { baseline: { nodule, abscess: 1, drainingTunnel: 9 }, followUp: half }).warnings;
    expect(warningsOf(1)).toEqual(['fewLesionsAtBaseline']);
    expect(warningsOf(2)).toEqual([]);
  });
});
