// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { views } from '../../test/fixtures/body-score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { findSiteFault } from './find-site-fault.ts';
import { findWholeBodySystem, wholeBodySystems } from './whole-body.ts';

function faultOf(code: string, site: string) {
  const system = findWholeBodySystem(code);
  if (system === undefined) throw new Error(`Expected ${code} to have a whole-body form`);
  return findSiteFault(system, siteOf(site));
}

it.each(['aeasi', 'aihs4', 'aladin', 'apasi', 'ascorad', 'avasi'])(
  '%s takes each of the 17 views',
  (code) => {
    expect(views.map((view) => faultOf(code, view))).toEqual(views.map(() => undefined));
  },
);

const zones = ['headFront', 'armLeft', 'armRight', 'legLeft', 'legRight'];

it.each(['aeasi', 'aihs4', 'aladin', 'apasi', 'ascorad', 'avasi'])(
  '%s takes a whole arm or leg and the front of the head',
  (code) => {
    expect(zones.map((zone) => faultOf(code, zone))).toEqual(zones.map(() => undefined));
  },
);

it('says which sites a score has no place for, and which it takes', () => {
  expect(faultOf('asalt', 'armLeft')).toEqual({
    reason: 'noScalpView',
    accepted: ['headTop', 'headBack', 'headLeft', 'headRight'],
  });
  expect(faultOf('apasi', 'chest')).toEqual({ reason: 'noView', accepted: [...views, ...zones] });
  expect(faultOf('aihs4', 'groin')).toBeUndefined();
});

it('has an answer for every system and the nails', () => {
  const reasons = wholeBodySystems.map(({ system }) => faultOf(system.code, 'nails')?.reason);
  expect(reasons).toEqual([
    'noRegion',
    undefined,
    undefined,
    'noRegion',
    'noScalpView',
    'noRegion',
    'noView',
  ]);
});
