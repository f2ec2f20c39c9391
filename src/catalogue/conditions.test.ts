// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Condition } from './catalogue.ts';
import { catalogue, nonSpecificFinding } from './conditions.ts';
import entries from './data/conditions.json' with { type: 'json' };
import priorTiers from './data/prior-tiers.json' with { type: 'json' };
import synonyms from './data/synonyms.json' with { type: 'json' };

const { conditions } = catalogue;

function find(slug: string): Condition {
  const condition = catalogue.find(slug);
  if (condition === undefined) throw new Error(`no ${slug}`);
  return condition;
}

const flagsOf = (slug: string) => find(slug).flags;

describe('catalogue', () => {
  it('has 576 conditions and Non-specific finding, each slug once', () => {
    expect(conditions).toHaveLength(577);
    expect(new Set(conditions.map(({ slug }) => slug)).size).toBe(577);
  });

  it('has a code and a title for every condition, none for Non-specific finding', () => {
    const uncoded = conditions.filter(
      ({ icd11 }) => icd11 === null || icd11.code === '' || icd11.title === '',
    );
    expect(uncoded.map(({ slug }) => slug)).toEqual([nonSpecificFinding]);
    expect(find(nonSpecificFinding).text).toBe('Non-specific finding');
  });

  it('keeps codes and titles as the classification has them', () => {
    const lines = entries.map(({ slug, icd11: { code, title } }) => `${slug}|${code}|${title}\n`).join('');
    // The licence of ICD-11 allows no changed titles: a new hash needs a new release of the facts.
    expect(createHash('sha256').update(lines).digest('hex')).toBe(
      '8368ae02e53a43ea5d74795665f92463602e7abf1fcd9c4bad595b547faff2f6',
    );
  });

  it('names every condition in four languages, no two of a language alike', () => {
    for (const locale of ['en', 'es', 'fr', 'de'] as const) {
      const names = conditions.map((condition) => condition.names[locale].trim());
      expect(names.filter((name) => name === '')).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(577);
    }
  });

  it('gives every condition one tier, and every tier a source or the word assumed', () => {
    const listed = Object.values(priorTiers.tiers).flatMap((members) => Object.keys(members));
    expect(listed.toSorted()).toEqual(entries.map(({ slug }) => slug).toSorted());
    const vague = conditions.filter(
      ({ priorSource }) => priorSource !== 'assumed' && !/doi 10\.\d{4}/.test(priorSource),
    );
    expect(vague).toEqual([]);
  });

  it('keeps synonyms for conditions it has, at least one each', () => {
    expect(Object.keys(synonyms).filter((slug) => catalogue.find(slug) === undefined)).toEqual([]);
    const poor = conditions.filter((condition) => condition.synonyms.length === 0);
    expect(poor.map(({ slug }) => slug)).toEqual([]);
  });
});

describe('indicator matrix', () => {
  it('counts everything urgent as high priority', () => {
    expect(conditions.filter(({ flags }) => flags.urgent && !flags.highPriority)).toEqual([]);
    expect(conditions.filter(({ flags }) => flags.urgent).length).toBe(54);
    expect(conditions.filter(({ flags }) => flags.highPriority).length).toBe(54 + 192);
  });

  it.each([
    'melanoma',
    'melanomaInSitu',
    'lentigoMaligna',
    'nodularMelanoma',
    'squamousCellCarcinomaOfSkin',
    'bowenDisease',
    'merkelCellCarcinoma',
    'cutaneousAngiosarcoma',
    'kaposiSarcoma',
    'dermatofibrosarcomaProtuberans',
    'mycosisFungoides',
    'extramammaryPagetDisease',
  ])('flags %s as malignant and of high priority', (slug) => {
    expect(flagsOf(slug)).toMatchObject({ malignant: true, highPriority: true });
  });

  it.each([
    'stevensJohnsonSyndrome',
    'toxicEpidermalNecrolysis',
    'necrotisingFasciitis',
    'dressSyndrome',
    'anaphylaxis',
    'meningococcaemiaPurpuraFulminans',
    'staphylococcalScaldedSkinSyndrome',
    'eczemaHerpeticum',
    'erythroderma',
    'cellulitis',
  ])('flags %s as urgent', (slug) => {
    expect(flagsOf(slug).urgent).toBe(true);
  });

  it('never flags a naevus, a keratosis or normal skin as malignant', () => {
    const benign = conditions.filter(({ category }) => category === 'benignMelanocytic');
    expect(benign.length).toBeGreaterThan(10);
    expect(benign.filter(({ flags }) => flags.malignant)).toEqual([]);
    expect(flagsOf('seborrhoeicKeratosis').malignant).toBe(false);
    expect(Object.values(flagsOf(nonSpecificFinding))).toEqual([false, false, false, false]);
  });

  it('flags pigmented tumours and moles, not eczema', () => {
    expect(flagsOf('melanoma').pigmented).toBe(true);
    expect(flagsOf('melanocyticNaevus').pigmented).toBe(true);
    expect(flagsOf('atopicDermatitis').pigmented).toBe(false);
  });

  it('keeps the reason of every flag for whoever signs it', () => {
    expect(conditions.filter(({ flagBasis }) => flagBasis.urgencyRationale === '')).toEqual([]);
    expect(find('melanoma').flagBasis).toEqual({
      malignancy: 'malignant',
      urgency: 'highPriority',
      urgencyRationale: 'suspectedMalignancy',
    });
  });
});
