// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { bodySites } from './body-sites.ts';
import { catalogue } from './conditions.ts';
import portuguese from './data/condition-names-pt.json' with { type: 'json' };
import { nameBodySite, nameCondition } from './local-name.ts';

const find = (slug: string) => {
  const condition = catalogue.find(slug);
  if (condition === undefined) throw new Error(slug);
  return condition;
};

describe('the name of a condition', () => {
  it('stands in the language asked for', () => {
    const psoriasis = find('psoriasis');
    expect(nameCondition(psoriasis, 'de')).toEqual({ name: psoriasis.names.de, locale: 'de' });
    expect(nameCondition(psoriasis, 'pt')).toEqual({ name: 'Psoríase', locale: 'pt' });
  });

  it('is English and marked where Portuguese has none', () => {
    const rare = find('scurvy');
    expect(nameCondition(rare, 'pt')).toEqual({ name: rare.names.en, locale: 'en' });
  });

  it('exists in Portuguese for every very common condition, and for more than a hundred', () => {
    const commonest = catalogue.conditions.filter(({ priorTier }) => priorTier === 'veryCommon');
    const unnamed = commonest.filter((each) => nameCondition(each, 'pt').locale !== 'pt');
    expect(unnamed.map(({ slug }) => slug)).toEqual([]);
    expect(Object.keys(portuguese).length).toBeGreaterThan(100);
  });

  it('is of a condition of the catalogue, and of one alone', () => {
    const slugs = new Set(catalogue.conditions.map(({ slug }) => slug));
    expect(Object.keys(portuguese).filter((slug) => !slugs.has(slug))).toEqual([]);
    const names = Object.values(portuguese);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^\p{Lu}[\p{L} ()-]+$/u.test(name))).toEqual([]);
  });
});

describe('the name of a body site', () => {
  it('exists in Portuguese for all of them, and is another for each', () => {
    const named = bodySites.map((site) => nameBodySite(site, 'pt'));
    expect(named.filter(({ locale }) => locale !== 'pt')).toEqual([]);
    expect(new Set(named.map(({ name }) => name)).size).toBe(bodySites.length);
  });
});
