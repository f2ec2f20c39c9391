// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { choice, measure } from '../scoring/items.ts';
import { signs0to4 } from '../scoring/scales.ts';
import { createWording } from './wording.ts';

const item = choice('sign.erythema', signs0to4);
const asked = { form: 'pasi', path: ['trunk', 'erythema'], item };
const share = measure('sign.surface', { minimum: 0, maximum: 100, decimals: 1, display: 'answer.percent' });

describe('our own wording', () => {
  const wording = createWording({});

  it('names questions and answers in every language', () => {
    expect(wording.label(asked)).toEqual({ en: 'Erythema', es: 'Eritema', fr: 'Érythème', de: 'Erythem' });
    expect(wording.answer(asked, 3)).toMatchObject({ en: 'Marked' });
    expect(wording.title('pasi', 'pasiLocal').en).toContain('PASI');
  });

  it('shows a number with its unit', () => {
    expect(wording.answer({ ...asked, item: share }, 12.5)).toMatchObject({ en: '12.5 %' });
  });
});

describe('the owner’s wording', () => {
  const trunk = { text: 'Trunk', item: { erythema: { text: 'How red?', answers: { '3': 'Very' } } } };
  const wording = createWording({ pasi: { en: { title: 'Theirs', item: { trunk } } } });

  it('stands in place of ours in its language, form and place', () => {
    expect(wording.label(asked)).toMatchObject({ en: 'How red?', de: 'Erythem' });
    expect(wording.answer(asked, 3)).toMatchObject({ en: 'Very' });
    expect(wording.title('pasi', 'pasi')).toMatchObject({ en: 'Theirs' });
    expect(wording.licensedLocales('pasi')).toEqual(['en']);
  });

  it('stands nowhere else', () => {
    expect(wording.answer(asked, 2)).toMatchObject({ en: 'Moderate' });
    expect(wording.label({ ...asked, path: ['headNeck', 'erythema'] })).toMatchObject({ en: 'Erythema' });
    expect(wording.label({ ...asked, path: ['constructor', 'name'] })).toMatchObject({ en: 'Erythema' });
    expect(wording.label({ ...asked, form: 'pasiLocal' })).toMatchObject({ en: 'Erythema' });
    expect(wording.licensedLocales('pasiLocal')).toEqual([]);
  });
});
