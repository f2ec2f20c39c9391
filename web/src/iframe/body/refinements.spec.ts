// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { listRegions } from './figure-regions.ts';
import { listDrawn, listRefinements } from './refinements.ts';

const regions = [...listRegions('front'), ...listRegions('back')].map(({ site }) => site);

test('every part of the drawing can be refined to places that colour something', () => {
  const places = regions.flatMap((site) => [site, ...listRefinements(site)]);
  const uncoloured = places.filter((place) => !listDrawn(place).some((site) => regions.includes(site)));
  expect([places.length > regions.length, uncoloured]).toEqual([true, []]);
});

test('a trunk or a limb is coloured with all its parts', () => {
  expect(listDrawn('trunkFront')).toEqual(['chest', 'abdomen']);
  expect(listDrawn('legLeft')).toEqual(['upperLegLeft', 'kneeLeft', 'lowerLegLeft']);
  for (const site of [...listDrawn('armRight'), ...listDrawn('trunkBack')]) expect(regions).toContain(site);
});

test('what lies in several parts is coloured in all of them, and refined in none', () => {
  expect(listDrawn('nails')).toEqual(['nails', 'palmRight', 'footRight', 'palmLeft', 'footLeft']);
  expect(listRefinements('nails')).toEqual([]);
  expect(listRefinements('footLeft')).toContain('nails');
});

test('one side is never coloured for the other', () => {
  for (const site of regions.filter((each) => each.endsWith('Left')))
    expect(listDrawn(site).filter((each) => each.endsWith('Right'))).toEqual([]);
});
