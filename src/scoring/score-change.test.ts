// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerTree, ScoreChange, ScorePoint } from '../record/severity-assessment.ts';
import { scoreChange } from './score-change.ts';
import { findScoringSystem } from './systems.ts';

const day = 86_400_000;

function point(value: number, atMs: number | null = null, answers: AnswerTree | null = null): ScorePoint {
  return { value, atMs, answers };
}

function changeOf(
  code: string,
  current: number | ScorePoint,
  ...history: readonly (number | ScorePoint)[]
): ScoreChange {
  const system = findScoringSystem(code);
  if (system === undefined) throw new Error(`There is no ${code}`);
  const toPoint = (each: number | ScorePoint) => (typeof each === 'number' ? point(each) : each);
  const change = scoreChange(system, toPoint(current), history.map(toPoint));
  if (change === null) throw new Error('Expected a change');
  return change;
}

const achieved = ({ responses }: ScoreChange) =>
  responses.filter(({ isAchieved }) => isAchieved).map(({ name }) => name);
const named = ({ responses }: ScoreChange) => responses.map(({ name }) => name);

describe('scoreChange', () => {
  it('is unknown without an earlier score', () => {
    const pasi = findScoringSystem('pasi');
    expect(pasi && scoreChange(pasi, point(6.3), [])).toBeNull();
  });

  it('gives the reduction exactly', () => {
    expect(changeOf('pasi', 6.3, 12.6).reductionPercent).toBe(50);
    expect(changeOf('pasi', 0, 12.6).reductionPercent).toBe(100);
    expect(changeOf('pasi', 12.6, 6.3).reductionPercent).toBe(-100);
    expect(changeOf('pasi', 1, 3).reductionPercent).toBe(66.6666666667);
  });

  it('knows no reduction from nothing', () => {
    const change = changeOf('pasi', 3, 0);
    expect(change.reductionPercent).toBeNull();
    expect(change.trend).toBe('worsened');
    expect(named(change)).toEqual(['PASI<=3', 'PASI<=2', 'PASI<=1']);
  });

  it('takes the oldest as the baseline, undated ones first, and tells all of them', () => {
    const change = changeOf('pasi', point(2, 9 * day), point(8, 3 * day), point(10, day), point(6, 5 * day));
    expect(change.baseline.value).toBe(10);
    expect(change.history.map(({ value }) => value)).toEqual([10, 8, 6]);
    expect(changeOf('pasi', 2, point(8, 3 * day), 16).baseline.value).toBe(16);
    expect(changeOf('pasi', 2, 16, 8).history.map(({ value }) => value)).toEqual([16, 8]);
  });

  it.each([
    ['pasi', 20, 10, ['PASI50']],
    ['pasi', 20, 5, ['PASI50', 'PASI75']],
    ['pasi', 20, 2, ['PASI50', 'PASI75', 'PASI90', 'PASI<=3', 'PASI<=2']],
    ['pasi', 20, 0, ['PASI50', 'PASI75', 'PASI90', 'PASI100', 'PASI<=3', 'PASI<=2', 'PASI<=1']],
    ['pasi', 20, 10.1, []],
    ['easi', 40, 20, ['EASI50']],
    ['easi', 40, 4, ['EASI50', 'EASI75', 'EASI90']],
    ['ihs4', 20, 9, ['IHS4-55']],
    ['ihs4', 20, 10, []],
    ['salt', 80, 40, ['SALT50']],
    ['salt', 80, 20, ['SALT50', 'SALT75', 'SALT<=20']],
    ['pga', 3, 1, ['PGA 0/1']],
    ['pga', 2, 1, []],
    ['pga', 4, 2, []],
    ['clasi', 20, 16, ['CLASI20', 'CLASI-4']],
    ['clasi', 10, 8, ['CLASI20']],
    ['wiNrs', 8, 4, ['WI-NRS4']],
    ['wiNrs', 8, 4.1, []],
  ])('%s from %d to %d achieves %j', (code, before, now, names) => {
    expect(achieved(changeOf(code, now, before))).toEqual(names);
  });

  it('reads HiSCR off the counts, where both visits have them', () => {
    const before = point(18, null, { nodule: 6, abscess: 2, drainingTunnel: 2 });
    const names = ['IHS4-55', 'HiSCR', 'HiSCR75', 'HiSCR90', 'HiSCR100'];
    const better = changeOf('ihs4', point(13, null, { nodule: 3, abscess: 1, drainingTunnel: 2 }), before);
    expect(named(better)).toEqual(names);
    expect(achieved(better)).toEqual(['HiSCR']);
    const tunnels = changeOf('ihs4', point(15, null, { nodule: 1, abscess: 1, drainingTunnel: 3 }), before);
    expect(achieved(tunnels)).toEqual([]);
    const gone = changeOf('ihs4', point(8, null, { nodule: 0, abscess: 0, drainingTunnel: 2 }), before);
    expect(achieved(gone)).toEqual(['IHS4-55', 'HiSCR', 'HiSCR75', 'HiSCR90', 'HiSCR100']);
    expect(named(changeOf('ihs4', 8, before))).toEqual(['IHS4-55']);
  });

  it('turns around where higher is better, and gives no percentage', () => {
    const change = changeOf('uct', 12, 8);
    expect(change).toMatchObject({ reductionPercent: null, trend: 'improved', responses: [] });
    expect(change.minimalImportantDifference).toEqual({ points: 3, isExceeded: true });
    expect(changeOf('uct', 8, 12).trend).toBe('worsened');
    expect(changeOf('uct', 8, 8).trend).toBe('unchanged');
  });

  it('says whether the change matters to patients, in either direction', () => {
    expect(changeOf('dlqi', 6, 10).minimalImportantDifference).toEqual({ points: 4, isExceeded: true });
    expect(changeOf('dlqi', 10, 6).minimalImportantDifference?.isExceeded).toBe(true);
    expect(changeOf('dlqi', 7, 10).minimalImportantDifference?.isExceeded).toBe(false);
    expect(changeOf('vss', 7, 10).minimalImportantDifference).toBeNull();
  });

  it('never calls a lower score of disease worse, and nests its responses', () => {
    const tenths = fc.integer({ min: 1, max: 720 }).map((value) => value / 10);
    fc.assert(
      fc.property(tenths, tenths, (before, now) => {
        const change = changeOf('pasi', now, before);
        expect(change.trend).toBe(now < before ? 'improved' : now > before ? 'worsened' : 'unchanged');
        const [pasi50, pasi75, pasi90, pasi100] = change.responses.map(({ isAchieved }) => isAchieved);
        expect([pasi100 && !pasi90, pasi90 && !pasi75, pasi75 && !pasi50]).not.toContain(true);
        expect((change.reductionPercent ?? 0) >= 50).toBe(pasi50);
      }),
    );
  });
});
