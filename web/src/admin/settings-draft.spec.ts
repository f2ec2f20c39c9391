// SPDX-License-Identifier: Apache-2.0
import type { AdminCompany } from '@openderm/contract';
import { expect, test } from 'vitest';
import { newQuestion, toChange, toDraft } from './settings-draft.ts';

const company: AdminCompany = {
  id: '0195d8a0-0000-7000-8000-000000000000',
  createdAt: '2026-11-21T12:00:00.000Z',
  name: 'Clinic North',
  locale: 'pt',
  thresholdPercent: 62.5,
  allowedOrigins: ['https://a.example', 'https://b.example'],
  callbackUrls: [],
  anamnesis: [{ id: 'since', text: { en: 'Since when?', pt: 'Desde quando?' } }],
  theme: { primary: '#0b6660', secondary: null, fontFamily: 'Roboto', logo: null },
  retention: { reportsDays: 365, imagesDays: null, auditDays: 730 },
};

test('what nobody touched goes back as it came', () => {
  const { id: _, createdAt: __, ...settings } = company;
  expect(toChange(toDraft(company))).toEqual(settings);
});

test('empty fields mean none, and blank lines nothing', () => {
  const draft = {
    ...toDraft(company),
    origins: ' https://c.example \n\n',
    primary: ' ',
    font: '',
    reportsDays: ' ',
    questions: [newQuestion(0)],
  };
  expect(toChange(draft)).toMatchObject({
    allowedOrigins: ['https://c.example'],
    theme: { primary: null, fontFamily: null },
    retention: { reportsDays: null },
    anamnesis: [{ id: 'question-1', text: {} }],
  });
});

test('a threshold that was emptied is no zero', () => {
  const { thresholdPercent } = toChange({ ...toDraft(company), threshold: ' ' });
  expect(JSON.stringify({ thresholdPercent })).toBe('{"thresholdPercent":null}');
});
