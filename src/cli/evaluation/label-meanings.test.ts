// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/conditions.ts';
import { createResolveCondition } from '../../catalogue/resolve-condition.ts';
import { knownLabels } from './known-labels.ts';
import { resolveLabels } from './label-meanings.ts';

const reader = { catalogue, resolveCondition: createResolveCondition(catalogue) };
const meaningOf = (label: string, map = {}) => resolveLabels([label], reader, map).meanings.get(label);
const only = (condition: string) => ({ kind: 'condition', conditions: [condition] });

describe('resolveLabels', () => {
  it.each(['actinicKeratosis', 'Actinic keratosis', 'actinic_keratosis', 'ACTINIC-KERATOSIS'])(
    'reads %s however it is spelled',
    (label) => {
      expect(meaningOf(label)).toEqual(only('actinicKeratosis'));
    },
  );

  it('reads codes with all conditions that share them', () => {
    expect(meaningOf('EK90.0')).toEqual({
      kind: 'condition',
      conditions: ['actinicCheilitis', 'actinicKeratosis'],
    });
  });

  it('reads the abbreviations of public sets', () => {
    expect(meaningOf('df')).toEqual(only('dermatofibroma'));
    expect(meaningOf('not_skin')).toEqual({ kind: 'notSkin' });
  });

  it("lets the user's own table decide first, and take it literally", () => {
    expect(meaningOf('df', { df: 'melanoma' })).toEqual(only('melanoma'));
    expect(meaningOf('x7', { x7: ['melanoma', 'actinicKeratosis'] })).toEqual({
      kind: 'condition',
      conditions: ['melanoma', 'actinicKeratosis'],
    });
    expect(meaningOf('blanket', { blanket: 'notSkin' })).toEqual({ kind: 'notSkin' });
    expect(meaningOf('junk', { junk: null })).toEqual({ kind: 'ignored' });
  });

  it('refuses what it does not know and says what comes near', () => {
    const { meanings, unknown } = resolveLabels(['actinic keratotis', 'qqq'], reader);
    expect(meanings.size).toBe(0);
    expect(unknown.map(({ label }) => label)).toEqual(['actinic keratotis', 'qqq']);
    expect(unknown[0]?.suggestions[0]).toBe('Actinic keratosis');
    expect(unknown[1]?.suggestions).toEqual([]);
  });

  it('refuses a table entry that names nothing', () => {
    expect(resolveLabels(['x7'], reader, { x7: ['melanoma', 'nonsense'] }).unknown).toHaveLength(1);
  });
});

describe('knownLabels', () => {
  it('names only conditions of the catalogue', () => {
    const named = Object.values(knownLabels).flatMap((meaning) =>
      'conditions' in meaning ? meaning.conditions : [],
    );
    expect(named.filter((slug) => catalogue.find(slug) === undefined)).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it('is keyed by what a label looks like without capitals and punctuation', () => {
    expect(Object.keys(knownLabels).filter((key) => !/^[a-z0-9]+$/.test(key))).toEqual([]);
  });
});
