// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findForm } from '../../test/fixtures/score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { acceptsSite, scalesBands } from './accepts-site.ts';
import { choice } from './items.ts';
import { noYes } from './scales.ts';
import { defineForm } from './scoring-system.ts';

describe('the sites of a form', () => {
  const { system, form } = findForm('pasiLocal');

  it('are those its formula has a place for', () => {
    expect(acceptsSite(system, form, siteOf('armLeft'))).toBe(true);
    expect(acceptsSite(system, form, siteOf('nails'))).toBe(false);
    expect(acceptsSite(system, findForm('pasi').form, siteOf('nails'))).toBe(true);
  });

  it('are those of the system, parts included', () => {
    const ofTheHead = { ...system, sites: ['headNeck'] };
    expect(acceptsSite(ofTheHead, form, siteOf('headTop'))).toBe(true);
    expect(acceptsSite(ofTheHead, form, siteOf('headNeck'))).toBe(true);
    expect(acceptsSite(ofTheHead, form, siteOf('armLeft'))).toBe(false);
  });

  it('do not hide a formula that fails for another reason', () => {
    const items = { broken: choice('sign.surface', noYes) };
    const broken = defineForm({
      identifier: 'broken',
      mode: 'local',
      items,
      formula: () => {
        throw new TypeError('broken');
      },
    });
    expect(() => acceptsSite(system, broken, siteOf('armLeft'))).toThrow(TypeError);
  });
});

describe('bands', () => {
  it('are scaled where the score is of one site, and not where it is of the whole body', () => {
    expect(scalesBands(findForm('pasiLocal').form, siteOf('armLeft'))).toBe(true);
    expect(scalesBands(findForm('pasiLocal').form, siteOf('nails'))).toBe(false);
    expect(scalesBands(findForm('pasi').form, siteOf('armLeft'))).toBe(false);
  });
});
