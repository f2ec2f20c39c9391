// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findScoringSystem } from '../../../src/scoring/systems.ts';
import { categoryText, findForm, scoreOf } from '../../fixtures/score-of.ts';
import vectors from './vectors.json' with { type: 'json' };

/* Worked examples of papers, of the reference's documentation and of its public client, and arithmetic ones. */

type Vector = (typeof vectors)[number];
type Row = readonly number[];

describe.each([...new Set(vectors.map(({ system }) => system))])('%s', (system) => {
  it.each(vectors.filter((vector) => vector.system === system))('$score of $input', (vector) => {
    const { identifier, answers, site } = toForm(vector);
    const { value, components, band } = scoreOf(findForm(identifier), answers, site);
    expect({ ...components, [String(findForm(identifier).system.code)]: value }).toMatchObject(
      scoreIn(vector),
    );
    if (vector.band !== null) expect(categoryText(band)).toBe(bandOnTheWire(vector));
  });
});

it('knows every system of the vectors', () => {
  const codes = vectors.map((vector) => findForm(toForm(vector).identifier).system.code);
  expect(codes.filter((code) => findScoringSystem(code) === undefined)).toEqual([]);
});

function scoreIn({ score, system }: Vector): Readonly<Record<string, number>> {
  if (typeof score === 'object') return score as Readonly<Record<string, number>>;
  return { [codes[system] ?? system]: Number(score) };
}

const codes: Readonly<Record<string, string>> = {
  apasiLocal: 'apasi',
  clasiActivity: 'clasi',
  pdaiActivity: 'pdai',
};

/** The papers call the top band of IHS4 severe; the wire has always said intense. */
function bandOnTheWire({ system, band }: Vector): string | null {
  return system === 'ihs4' && band === 'Severe' ? 'Intense' : band;
}

interface FormAnswers {
  readonly identifier: string;
  readonly answers: unknown;
  readonly site?: string;
}

function toForm({ system, input }: Vector): FormAnswers {
  const fields = input as Readonly<Record<string, unknown>>;
  if (system === 'mrss') return byPlace('mrss', input as Row);
  if (system === 'vasi') return { identifier: 'vasiPatches', answers: toPatches(input as readonly object[]) };
  if (system === 'fvasi') return { identifier: 'fvasi', answers: toPatches(input as readonly object[]) };
  if (Array.isArray(input)) return { identifier: system, answers: toQuestions(input as Row) };
  if (system === 'masi') return { identifier: 'masi', answers: toMelasma(fields) };
  if (system === 'napsi')
    return byPlace(
      'napsi',
      (fields['rows'] as readonly Row[]).map(([matrix, bed]) => ({ matrix, bed })),
    );
  if ('rows' in fields) return { identifier: system, answers: toRegions(fields) };
  if ('total' in fields)
    return { identifier: `${codes[system]}Totals`, answers: { activity: fields['total'], damage: 0 } };
  if (system === 'resvech') return { identifier: system, answers: toWound(fields) };
  const { bodySite, ...answers } = fields;
  const identifier = toIdentifier(system);
  return bodySite === undefined ? { identifier, answers } : { identifier, answers, site: String(bodySite) };
}

/** Photographs are read site by site. */
function toIdentifier(system: string): string {
  return findScoringSystem(system)?.input === 'photograph' ? `${system}Local` : system;
}

function toQuestions(row: Row): object {
  return Object.fromEntries(row.map((value, index) => [`question${index + 1}`, value]));
}

function toPatches(patches: readonly object[]): object {
  return Object.fromEntries(patches.map((patch, index) => [`patch${index + 1}`, patch]));
}

function byPlace(identifier: string, row: readonly unknown[]): FormAnswers {
  const names = Object.keys(findForm(identifier).form.items);
  return { identifier, answers: Object.fromEntries(row.map((value, index) => [names[index], value])) };
}

function toRegions({ order, values, rows }: Readonly<Record<string, unknown>>): object {
  const names = String(values).split(',');
  const toSigns = (row: Row) => Object.fromEntries(names.map((name, index) => [name, row[index]]));
  const regions = String(order).split(',');
  return Object.fromEntries(
    regions.map((region, index) => [region, toSigns((rows as readonly Row[])[index] ?? [])]),
  );
}

function toMelasma({ order, ...signs }: Readonly<Record<string, unknown>>): object {
  const toSigns = (index: number) =>
    Object.fromEntries(Object.entries(signs).map(([sign, row]) => [sign, (row as Row)[index]]));
  return Object.fromEntries(
    String(order)
      .split(',')
      .map((region, index) => [region, toSigns(index)]),
  );
}

const uncounted = ['frequencyOfPain', 'tunneling', 'macerationAroundWound'];
const counted = ['woundDimensions', 'tissues', 'edges', 'tissueInWoundBed', 'exudate'];

function toWound({ infectionSignsPresent, ...rest }: Readonly<Record<string, unknown>>): object {
  const names = Object.keys(findForm('resvech').form.items);
  const signs = names.filter((name) => !uncounted.includes(name) && !counted.includes(name));
  const present = signs.map((name, index) => [name, index < Number(infectionSignsPresent) ? 1 : 0]);
  return {
    ...rest,
    ...Object.fromEntries(uncounted.map((name) => [name, 0])),
    ...Object.fromEntries(present),
  };
}
