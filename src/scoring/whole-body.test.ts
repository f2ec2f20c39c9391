// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyScoreOf, views } from '../../test/fixtures/body-score-of.ts';
import { arbitraryAnswers } from '../../test/fixtures/random-answers.ts';
import { findForm } from '../../test/fixtures/score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { round } from './exact.ts';
import { SiteError } from './scoring-system.ts';
import { findWholeBodySystem, scoreWholeBody, wholeBodySystems } from './whole-body.ts';

const plaque = { surface: 3, erythema: 3, induration: 2, desquamation: 2 };
const clear = { surface: 0, erythema: 0, induration: 0, desquamation: 0 };

describe('scoreWholeBody', () => {
  it('has a form for seven systems', () => {
    const codes = wholeBodySystems.map(({ system }) => system.code);
    expect(codes).toEqual(['aeasi', 'aihs4', 'aladin', 'apasi', 'asalt', 'ascorad', 'avasi']);
    expect(findWholeBodySystem('auas')).toBeUndefined();
  });

  it('asks the person for items that the local form has', () => {
    for (const { system, personItems } of wholeBodySystems)
      expect(Object.keys(system.forms[0]?.items ?? {})).toEqual(expect.arrayContaining([...personItems]));
    expect(findWholeBodySystem('aeasi')?.personItems).toEqual(['patientAge']);
    expect(findWholeBodySystem('ascorad')?.personItems).toEqual(['pruritus', 'sleeplessness']);
  });

  it('refuses a series without a photograph: nobody looked', () => {
    expect(() => bodyScoreOf('apasi', {})).toThrow(new SiteError('noSite'));
  });

  it('refuses a site twice, and a site within another', () => {
    const system = findWholeBodySystem('aihs4');
    const seen = { site: siteOf('groin'), values: { nodule: 1, abscess: 0, drainingTunnel: 0 } };
    if (system !== undefined)
      expect(() => scoreWholeBody(system, { sites: [seen, seen], person: {} })).toThrow(
        new SiteError('overlap'),
      );
    expect(() => bodyScoreOf('aihs4', { footLeft: seen.values, soleLeft: seen.values })).toThrow(
      new SiteError('overlap'),
    );
  });

  it('refuses sites whose share of the skin is unknown', () => {
    expect(() => bodyScoreOf('apasi', { chest: plaque })).toThrow(new SiteError('noView'));
    expect(() => bodyScoreOf('avasi', { chest: { depigmentation: 1 } })).toThrow(new SiteError('noView'));
    expect(() => bodyScoreOf('asalt', { faceFront: { hairLoss: 1 } })).toThrow(new SiteError('noScalpView'));
  });

  it('does not care for the order of the photographs, and does not drift', () => {
    const items = findForm('apasiLocal').form.items;
    fc.assert(
      fc.property(fc.array(arbitraryAnswers(items), { minLength: 17, maxLength: 17 }), (answers) => {
        const entries = views.map((view, index) => [view, answers[index] ?? clear] as const);
        const score = bodyScoreOf('apasi', Object.fromEntries(entries));
        expect(bodyScoreOf('apasi', Object.fromEntries([...entries].reverse()))).toEqual(score);
        expect(round(score.value, 6)).toBe(score.value);
        expect(score.value).toBeLessThanOrEqual(72);
      }),
    );
  });
});
