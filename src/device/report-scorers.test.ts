// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { chooseScorers, readReportScorers, type SeverityWishes } from './report-scorers.ts';

const read = (wishes: Partial<SeverityWishes> = {}, site = 'trunkFront') =>
  readReportScorers({ forced: [], knownAnswers: {}, ...wishes }, scoringSystems, siteOf(site));

function chosen(slug: string | null, wishes: Partial<SeverityWishes> = {}, site = 'trunkFront') {
  const pathology = catalogue.conditions.find((each) => each.slug === slug) ?? null;
  return chooseScorers(read(wishes, site).scorers, pathology).map(({ system }) => system.code);
}

describe('the scores of a report', () => {
  it('are those that were made for the pathology', () => {
    expect(chosen('psoriasis')).toEqual(['apasi']);
    expect(chosen('acne')).toEqual(['aladin']);
    expect(chosen('melanoma')).toEqual([]);
    expect(chosen(null)).toEqual([]);
  });

  it('wait for answers that no photograph shows', () => {
    const knownAnswers = { ascorad: { pruritus: 3, sleeplessness: 0 }, aeasi: { patientAge: 30 } };
    expect(chosen('atopicDermatitis')).toEqual([]);
    expect(chosen('atopicDermatitis', { knownAnswers })).toEqual(['aeasi', 'ascorad']);
  });

  it('are counted where they have a place only', () => {
    expect(chosen('alopeciaAreata', {}, 'trunkFront')).toEqual([]);
    expect(chosen('alopeciaAreata', {}, 'headTop')).toEqual(['asalt']);
  });

  it.each(['apasi', 'apasiLocal'])('may be forced whatever the pathology, by either name: %s', (name) => {
    expect(chosen(null, { forced: [name] })).toEqual(['apasi']);
    expect(chosen('acne', { forced: [name] }).toSorted()).toEqual(['aladin', 'apasi']);
  });

  it("know acne's score by its name in reports", () => {
    expect(chosen(null, { forced: ['alegi'] })).toEqual(['aladin']);
  });
});

describe('wishes that cannot be granted', () => {
  it.each<[string, Partial<SeverityWishes>, string, readonly (string | number)[]]>([
    ['an unknown score', { forced: ['apasi', 'apasy'] }, 'trunkFront', ['body', 'forcedScoringSystems', 1]],
    ['a questionnaire', { forced: ['dlqi'] }, 'trunkFront', ['body', 'forcedScoringSystems', 0]],
    [
      'answers to an unknown score',
      { knownAnswers: { foo: {} } },
      'trunkFront',
      ['body', 'knownAnswers', 'foo'],
    ],
    ['a missing answer', { forced: ['auas'] }, 'trunkFront', ['body', 'knownAnswers', 'auas', 'pruritus']],
    [
      'an answer out of range',
      { knownAnswers: { auas: { pruritus: 9 } } },
      'trunkFront',
      ['body', 'knownAnswers', 'auas', 'pruritus'],
    ],
    [
      'what the photograph shows',
      { knownAnswers: { apasi: { erythema: 1 } } },
      'trunkFront',
      ['body', 'knownAnswers', 'apasi', 'erythema'],
    ],
    ['a site without a place', { forced: ['asalt'] }, 'trunkFront', ['body', 'bodySite']],
  ])('are faults: %s', (_, wishes, site, loc) => {
    expect(read(wishes, site).problems.map((problem) => problem.loc)).toEqual([loc]);
  });

  it('names like those of every object are none', () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(read({ forced: [name] }).problems).toHaveLength(1);
  });
});
