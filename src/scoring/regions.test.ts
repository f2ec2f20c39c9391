// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import { areaGradeOf } from './area-grade.ts';
import { sum } from './exact.ts';
import { regionOf, regions, regionWeights, zonePercentOf } from './regions.ts';
import { SiteError } from './scoring-system.ts';

describe('regionOf', () => {
  it.each([
    ['headNeck', 'headNeck'],
    ['earLeft', 'headNeck'],
    ['handRight', 'upperLimbs'],
    ['palmLeft', 'upperLimbs'],
    ['trunkFront', 'trunk'],
    ['axillaLeft', 'trunk'],
    ['genital', 'trunk'],
    ['groin', 'trunk'],
    ['buttocks', 'lowerLimbs'],
    ['soleRight', 'lowerLimbs'],
  ])('puts %s into %s', (code, region) => {
    expect(regionOf(siteOf(code))).toBe(region);
  });

  it.each(['nails', 'wholeBody'])('has none for %s', (code) => {
    expect(() => regionOf(siteOf(code))).toThrow(new SiteError('noRegion'));
  });

  it('knows every other site of the catalogue', () => {
    const strangers = bodySites
      .map(({ code }) => code)
      .filter((code) => !['nails', 'wholeBody'].includes(code));
    for (const code of strangers) expect(regions).toContain(regionOf(siteOf(code)));
  });

  it('weighs the whole body as one', () => {
    expect(sum(Object.values(regionWeights))).toBe(1);
  });
});

describe('zonePercentOf', () => {
  it.each([
    ['faceFront', 9],
    ['scalp', 9],
    ['armLeft', 9],
    ['upperArmRight', 9],
    ['handLeft', 9],
    ['palmRight', 9],
    ['legRight', 18],
    ['kneeLeft', 18],
    ['footRight', 18],
    ['soleLeft', 18],
    ['legsFront', 18],
    ['legsBack', 18],
    ['buttocks', 18],
    ['trunkFront', 18],
    ['chest', 18],
    ['abdomen', 18],
    ['trunkBack', 18],
    ['lowerBack', 18],
    ['trunkLeft', 18],
    ['axillaRight', 18],
    ['genital', 1],
  ])('%s is part of a zone of %d %%', (code, percent) => {
    expect(zonePercentOf(siteOf(code))).toBe(percent);
  });

  it.each(['nails', 'wholeBody', 'upperLimbs', 'lowerLimbs'])('has none for %s', (code) => {
    expect(() => zonePercentOf(siteOf(code))).toThrow(new SiteError('noZone'));
  });

  it('knows every site that a photograph may be of, but nails', () => {
    const sites = bodySites.filter(({ code, acceptedAsInput }) => acceptedAsInput && code !== 'nails');
    for (const { code } of sites) expect(zonePercentOf(siteOf(code))).toBeGreaterThan(0);
  });
});

describe('areaGradeOf', () => {
  it.each([
    [0, 0],
    [0.01, 1],
    [9.99, 1],
    [10, 2],
    [29.99, 2],
    [30, 3],
    [49.99, 3],
    [50, 4],
    [69.99, 4],
    [70, 5],
    [89.99, 5],
    [90, 6],
    [100, 6],
  ])('%d %% is grade %d', (percent, grade) => {
    expect(areaGradeOf(percent)).toBe(grade);
  });
});
