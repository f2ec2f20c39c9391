// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createRandom, type Random, randomAnswers } from '../../test/fixtures/random-answers.ts';
import { type SystemForm, systemForms } from '../../test/fixtures/score-of.ts';
import { siteOf } from '../../test/fixtures/site-of.ts';
import { listProjectFiles, readProjectFile } from '../../test/law/house/list-project-files.ts';
import { acceptsSite } from '../scoring/accepts-site.ts';
import type { Items } from '../scoring/items.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { word, wordCatalogues, wordIn } from './words.ts';

const { en, ...translations } = wordCatalogues;
const keys = Object.keys(en);
const everyText = Object.entries(wordCatalogues).flatMap(([locale, words]) =>
  Object.entries(words).map(([key, text]) => ({ locale, key, text })),
);

/** Texts at fault, as a reader finds them. */
const faulty = (isFaulty: (text: string, locale: string) => boolean) =>
  everyText
    .filter(({ text, locale }) => isFaulty(text, locale))
    .map(({ locale, key, text }) => `${locale} ${key}: ${text}`);

describe('the translation catalogues', () => {
  it.each(Object.entries(translations))('%s has the keys of English', (_locale, words) => {
    expect(Object.keys(words)).toEqual(keys);
  });

  it('are sorted by key, so that two people add without conflict', () => {
    expect(keys).toEqual(keys.toSorted());
  });

  it('have no empty text', () => {
    expect(faulty((text) => text.trim() === '')).toEqual([]);
  });

  it('have the same placeholders in every language', () => {
    const placeholders = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).toSorted().join(' ');
    const different = everyText
      .filter(({ key, text }) => placeholders(text) !== placeholders(en[key] ?? ''))
      .map(({ locale, key }) => `${locale} ${key}`);
    expect(different).toEqual([]);
  });
});

/** Without placeholders and samples of JSON. */
const prose = (text: string) => text.replaceAll(/\{[^}]*\}/g, '');

describe('what is written', () => {
  it('has no doubled, leading or trailing space', () => {
    expect(faulty((text) => /\s\s|^\s|\s$/.test(text))).toEqual([]);
  });

  it('has typographic apostrophes, quotation marks and ellipses', () => {
    expect(faulty((text) => /['"]|\.\.\./.test(prose(text)))).toEqual([]);
  });

  it('has a space before the percent sign', () => {
    expect(faulty((text) => /\d%/.test(text))).toEqual([]);
  });

  it('has a space before French double punctuation, and Spanish opening marks', () => {
    expect(faulty((text, locale) => locale === 'fr' && /[^\s(][;:!?]/.test(prose(text)))).toEqual([]);
    expect(faulty((text, locale) => locale === 'es' && /[?!]/.test(text) && !/[¿¡]/.test(text))).toEqual([]);
  });

  it('ends descriptions and definitions with a full stop', () => {
    const sentences = everyText.filter(({ key }) => /\.(description|definition|notFor)$/.test(key));
    expect(
      sentences.filter(({ text }) => !/[.!?]$/.test(text)).map(({ locale, key }) => `${locale} ${key}`),
    ).toEqual([]);
  });

  it('is translated, but for words that are the same in both languages', () => {
    const english = everyText.filter(({ locale, key, text }) => locale !== 'en' && text === en[key]);
    // Instruments go by their English names in German.
    const isName = (locale: string, key: string) => locale === 'de' && key.endsWith('.title');
    const strange = english.filter(({ locale, key, text }) => !isName(locale, key) && !isSame(locale, text));
    expect(strange.map(({ locale, key, text }) => `${locale} ${key}: ${text}`)).toEqual([]);
  });
});

/** Words that are spelled as in English. */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  es: ['Abdomen', 'Alopecia', 'No', 'Normal'],
  fr: [
    'Abdomen',
    'Desquamation',
    'Excoriation',
    'Grade',
    'Granulation',
    'Hypergranulation',
    'Induration',
    'Inflammation',
    'Intense',
    'Licence',
    'Lichenification',
    'Muscle',
    'Nodule',
    'Papule',
    'Pigmentation',
    'Pustulation',
    'Pustule',
    'Pustules',
    'Question',
    'Source',
    'items',
    'licence',
  ],
  de: ['Granulation', 'Hypergranulation', 'Normal'],
};

/** Numbers, placeholders and units aside. */
function isSame(locale: string, text: string): boolean {
  const bare = text
    .replaceAll(/\{[^}]*\}|[\d.,–-]+|\bcm²|\bmm\b|%/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare === '' || (sameWords[locale] ?? []).includes(bare);
}

/** Keys that the scoring systems name. */
function usedByScores(): ReadonlySet<string> {
  const used = scoringSystems.flatMap(({ code, forms, bands }) => [
    `${code}.title`,
    `${code}.description`,
    `${code}.notFor`,
    ...(bands?.bands ?? []).map(({ category }) => `band.${category}`),
    ...forms.flatMap(({ items }) => usedByItems(items)),
  ]);
  return new Set(used);
}

function usedByItems(items: Items): readonly string[] {
  return Object.values(items).flatMap((item) => {
    if (item.kind === 'group') return [item.label, ...usedByItems(item.items)];
    return item.kind === 'choice'
      ? [item.label, ...item.options.map(({ label }) => label)]
      : [item.label, item.display];
  });
}

/** One of every region, and where scalps are scored. */
const sites = ['headTop', 'faceFront', 'armLeft', 'trunkFront', 'legLeft', 'genital'];

interface Trial {
  readonly random: Random;
  readonly site: string;
}

/** Keys of what a formula says beside its value, of random answers; none where the site has no place. */
function usedByOutcome({ system, form }: SystemForm, { random, site }: Trial): readonly string[] {
  if (!acceptsSite(system, form, siteOf(site))) return [];
  const { components, warnings } = form.formula(randomAnswers(form.items, random), siteOf(site));
  return [
    ...Object.keys(components ?? {}).map((name) => `component.${name}`),
    ...(warnings ?? []).map((code) => `warning.${code}`),
  ];
}

describe('the keys', () => {
  const used = usedByScores();

  it('are there for everything that a score shows', () => {
    expect([...used].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('define every sign that a score asks for', () => {
    const signs = [...used].filter((key) => key.startsWith('sign.') && key !== 'sign.patientAge');
    expect(signs.filter((key) => !Object.hasOwn(en, `${key}.definition`))).toEqual([]);
  });

  it('are there for every figure beside a score and every warning about it', () => {
    const random = createRandom(1);
    const codes = systemForms.flatMap((systemForm) =>
      sites.flatMap((site) => usedByOutcome(systemForm, { random, site })),
    );
    expect([...new Set(codes)].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('are all used', () => {
    const sources = listProjectFiles()
      .filter((path) => path.startsWith('src/') && path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map(readProjectFile)
      .join('\n');
    // These are named by their code alone.
    const bare = (key: string) => key.replace(/^(component|warning|fact|cli\.mode)\./, '');
    const isNamed = (key: string) => new RegExp(`(?<![\\w.])'?${bare(key)}'?(?![\\w.])`).test(sources);
    const isDefinition = (key: string) => used.has(key.replace(/\.definition$/, ''));
    const idle = keys.filter((key) => !used.has(key) && !isDefinition(key) && !isNamed(key));
    expect(idle).toEqual([]);
  });
});

describe('a word', () => {
  it('is filled in with its value', () => {
    expect(word('answer.percent', 'fr', 12.5)).toContain('12.5');
    // Letters that a replacement could mistake for orders.
    expect(word('answer.percent', 'fr', '$&')).toContain('$&');
    expect(wordIn('answer.yes')).toEqual({ en: 'Yes', es: 'Sí', fr: 'Oui', de: 'Ja' });
  });

  it('is a fault of ours where it is missing', () => {
    expect(() => word('no.such.word', 'de')).toThrow('Expected words/de.json to have "no.such.word"');
  });
});
