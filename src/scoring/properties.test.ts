// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerAt,
  arbitraryAnswers,
  createRandom,
  listPlaces,
  randomAnswers,
  shuffled,
  withAnswer,
} from '../../test/fixtures/random-answers.ts';
import { type SystemForm, scoreOf, systemForms } from '../../test/fixtures/score-of.ts';
import { holds, readInterval } from './bands.ts';
import { round } from './exact.ts';
import type { Leaf, ValueTree } from './items.ts';
import type { Band } from './scoring-system.ts';

/** Body sites on which every system can be scored somewhere. */
const sites = ['headTop', 'faceFront', 'armLeftTop', 'trunkFront', 'legsBack', 'handRight'];

/** A site the form accepts. */
function siteFor({ system }: SystemForm, seed: number): string {
  const open = system.sites === null ? sites : ['headTop', 'headBack', 'headLeft', 'headRight'];
  return open[Math.abs(seed) % open.length] ?? 'headTop';
}

/** Items where more is not worse: what they change is the question, not the answer. */
const notMonotone: readonly string[] = [
  // Weights change at eight years.
  'easi.patientAge',
  'aeasiLocal.patientAge',
  // A response is lost when the follow-up grows and gained when the baseline does; it is a yes or no.
  'hiscr.followUp.nodule',
  'hiscr.followUp.abscess',
  'hiscr.followUp.drainingTunnel',
];

describe.each(systemForms.map((each) => [each.form.identifier, each] as const))('%s', (identifier, each) => {
  const { system, form } = each;
  const answered = fc.record({ answers: arbitraryAnswers(form.items), seed: fc.integer() });

  it('gives a finite score of its range, and a band where it has any', () => {
    fc.assert(
      fc.property(answered, ({ answers, seed }) => {
        const { value, band, bandTable } = scoreOf(each, answers, siteFor(each, seed));
        expect(holds(system.range, value)).toBe(true);
        expect(band === null).toBe(bandTable.length === 0);
      }),
    );
  });

  it('does not drift: a score prints as the short decimal it is', () => {
    fc.assert(
      fc.property(answered, ({ answers, seed }) => {
        const { value, components } = scoreOf(each, answers, siteFor(each, seed));
        expect(round(value, 6)).toBe(value);
        for (const part of Object.values(components ?? {})) expect(round(part, 10)).toBe(part);
      }),
    );
  });

  it('does not care for the order of the items', () => {
    fc.assert(
      fc.property(answered, ({ answers, seed }) => {
        const site = siteFor(each, seed);
        expect(scoreOf(each, shuffled(answers, createRandom(seed)), site)).toEqual(
          scoreOf(each, answers, site),
        );
      }),
    );
  });

  const leaves = listPlaces(form.items).filter(({ item }) => item.kind !== 'group');
  const rising = leaves.filter(({ path }) => !notMonotone.includes([identifier, ...path].join('.')));
  it('never falls when one answer rises', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ answers, seed }, place) => {
        const { path, item } = rising[place % rising.length] ?? { path: [], item: undefined };
        const now = answerAt(answers, path);
        const next = now === undefined ? undefined : oneMore(item as Leaf, now);
        if (next === undefined) return;
        const site = siteFor(each, seed);
        const before = scoreOf(each, answers, site).value;
        expect(scoreOf(each, withAnswer(answers, path, next), site).value).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('covers its range with bands, without gap or overlap', () => {
    const tables = new Set(
      sites.map((_, seed) => tableOn(each, siteFor(each, seed))).filter(({ length }) => length > 0),
    );
    for (const table of tables) expectCovered(table, isWhole(each));
  });
});

/** The next allowed answer; undefined at the top. */
function oneMore(item: Leaf, now: number): number | undefined {
  if (item.kind === 'choice') return item.options.map(({ value }) => value).find((value) => value > now);
  const next = round(now + 10 ** -item.decimals, item.decimals);
  return next <= (item.maximum ?? Number.MAX_SAFE_INTEGER) ? next : undefined;
}

function tableOn(each: SystemForm, site: string): readonly Band[] {
  return scoreOf(each, randomAnswers(each.form.items, createRandom(1)), site).bandTable;
}

/** Whether scores are whole numbers: bands may then step from 3 to 4. */
function isWhole(each: SystemForm): boolean {
  const random = createRandom(7);
  const answers: readonly ValueTree[] = Array.from({ length: 200 }, () =>
    randomAnswers(each.form.items, random),
  );
  return answers.every((one, seed) => Number.isInteger(scoreOf(each, one, siteFor(each, seed)).value));
}

function expectCovered(table: readonly Band[], whole: boolean): void {
  const bounds = table.map(({ range }) => readInterval(range));
  for (const [index, { from, holdsFrom }] of bounds.entries()) {
    const below = bounds[index - 1];
    if (below === undefined) continue;
    const meets = below.to === from && below.holdsTo !== holdsFrom;
    const steps = whole && below.holdsTo && holdsFrom && below.to + 1 === from;
    expect(meets || steps, `${table[index - 1]?.range} then ${table[index]?.range}`).toBe(true);
  }
}
