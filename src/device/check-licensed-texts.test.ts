// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { choice, count, group } from '../scoring/items.ts';
import { pasi } from '../scoring/pasi.ts';
import { noYes } from '../scoring/scales.ts';
import { defineForm, type ScoringSystem } from '../scoring/scoring-system.ts';
import { checkLicensedTexts } from './check-licensed-texts.ts';

const items = {
  question1: choice('item.question1', noYes),
  visit: group('item.question2', { nodules: count('sign.nodule') }),
};

/** A questionnaire whose words belong to somebody else, with a long form and a short one. */
const licensed: ScoringSystem = {
  ...pasi,
  code: 'owned',
  licence: { terms: 'scoringOnly', holder: 'Somebody', note: 'Ask them.' },
  forms: [
    defineForm({ identifier: 'owned', mode: 'global', items, formula: () => ({ value: 0 }) }),
    defineForm({
      identifier: 'ownedTotals',
      mode: 'global',
      items: { total: count('sign.surface') },
      formula: () => ({ value: 0 }),
    }),
  ],
};
const systems = [pasi, licensed];

const whole = {
  title: 'The Owned Index',
  item: {
    question1: { text: 'Does it itch?', answers: { '0': 'Not at all', '1': 'It does' } },
    visit: { text: 'This visit', item: { nodules: { text: 'How many?' } } },
  },
};

describe('licensed texts', () => {
  it('are kept for the form whose questions they are', () => {
    const { texts } = checkLicensedTexts({ owned: { en: whole, de: whole } }, systems) as { texts: object };
    expect(texts).toEqual({ owned: { en: whole, de: whole } });
  });

  it('may leave the numbers of answers as they are, and be of another form', () => {
    const short = { item: { total: { text: 'The total' } } };
    const plain = { item: { ...whole.item, question1: { text: 'Does it itch?' } } };
    expect(checkLicensedTexts({ owned: { en: plain, fr: short } }, systems)).toEqual({
      texts: { owned: { en: plain }, ownedTotals: { fr: short } },
    });
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['no object', [], ['expected an object with a key for each scoring system']],
    ['an unknown system', { ownd: { en: whole } }, ['ownd: no such scoring system, nearest: owned']],
    ['a stranger', { zzz: {} }, ['zzz: no such scoring system; those that take texts: owned']],
    ['an open one', { pasi: { en: whole } }, ['pasi: its wording is open and needs no licence']],
    ['no languages', { owned: 'text' }, ['owned: expected an object with a key for each language']],
    ['another language', { owned: { it: whole } }, ['owned.it: expected a language of en, es, fr, de']],
    ['no text', { owned: { en: 1 } }, ['owned.en: expected an object with title and item']],
    ['an empty title', { owned: { en: { ...whole, title: ' ' } } }, ['owned.en.title: expected a text']],
    [
      'a stray key',
      { owned: { en: { ...whole, note: 'x' } } },
      ['owned.en.note: not known; there are title, item'],
    ],
    [
      'a missing question',
      { owned: { en: { item: { question1: whole.item.question1 } } } },
      ['owned.en.item.visit: missing'],
    ],
    [
      'an unknown question',
      { owned: { en: { item: { ...whole.item, question2: { text: 'x' } } } } },
      ['owned.en.item.question2: not known; there are question1, visit'],
    ],
    [
      'a missing and a strange answer',
      {
        owned: {
          en: { item: { ...whole.item, question1: { text: 'x', answers: { '0': 'No', '2': 'Yes' } } } },
        },
      },
      [
        'owned.en.item.question1.answers.2: not known; there are 0, 1',
        'owned.en.item.question1.answers.1: expected a text',
      ],
    ],
    [
      'answers to a number',
      { owned: { en: { item: { total: { text: 'x', answers: { '0': 'No' } } } } } },
      [
        'owned.en.item.total.answers: not known; there are text',
        'owned.en.item.total.answers.0: not known; there are none',
      ],
    ],
    [
      'a group without its questions',
      { owned: { en: { item: { ...whole.item, visit: { text: 'x' } } } } },
      ['owned.en.item.visit.item: expected an object with nodules'],
    ],
    [
      'a question that is no object',
      { owned: { en: { item: { ...whole.item, question1: 'Does it itch?' } } } },
      ['owned.en.item.question1: expected an object with a text'],
    ],
  ])('are refused with %s', (_fault, document, problems) => {
    expect(checkLicensedTexts(document, systems)).toEqual({ problems });
  });

  it('are refused for all that is wrong at once', () => {
    const { problems } = checkLicensedTexts({ zzz: {}, owned: { it: whole, en: {} } }, systems);
    expect(problems).toHaveLength(3);
  });
});
