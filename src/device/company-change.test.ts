// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { type CompanyChange, changeCompany } from './company-change.ts';
import { CompanyProblem } from './company-problem.ts';

const company = createSampleCompany();
const question = { id: 'since', text: { en: 'Since when?' } };

function problemsOf(change: CompanyChange): readonly string[] {
  try {
    changeCompany(company, change);
    return [];
  } catch (error) {
    if (!(error instanceof CompanyProblem)) throw error;
    expect([error.kind, error.message]).toEqual([
      'badSettings',
      error.problems.map(({ message }) => message).join('\n'),
    ]);
    return error.problems.map(({ place, message }) => `${place.join('.')} ${message}`);
  }
}

describe('a change of settings', () => {
  it('leaves alone what it does not name, inside theme and retention too', () => {
    const first = changeCompany(company, { theme: { primary: '#0b6660' }, retention: { reportsDays: 30 } });
    const second = changeCompany(first, {
      theme: { fontFamily: 'Roboto' },
      retention: { imagesDays: 7 },
      locale: 'pt',
    });
    expect(second).toEqual({
      ...company,
      locale: 'pt',
      theme: { primary: '#0b6660', secondary: null, fontFamily: 'Roboto', logo: null },
      retention: { reportsDays: 30, imagesDays: 7, auditDays: null },
    });
  });

  it('takes everything that is right', () => {
    const right: CompanyChange = {
      name: 'ü'.repeat(200),
      confidenceThreshold: 0,
      allowedOrigins: [
        'https://a.example',
        'https://b.example:8443',
        'http://localhost:3000',
        'http://[::1]',
      ],
      callbackUrls: ['https://a.example/back?visit=1', 'http://127.0.0.1:9/x'],
      theme: { primary: '#ABCDEF', secondary: '#012345', fontFamily: 'Montserrat', logo: null },
      anamnesis: [question, { id: 'Itch_2', text: { pt: 'Coceira?', de: 'Juckreiz?' } }],
      retention: { reportsDays: 36_500, imagesDays: 1, auditDays: 365 },
    };
    expect(changeCompany(company, right)).toEqual({ ...company, ...right });
  });

  it('takes an origin as an address bar gives it', () => {
    const { allowedOrigins } = changeCompany(company, { allowedOrigins: ['https://a.example/'] });
    expect(allowedOrigins).toEqual(['https://a.example']);
  });

  it.each<[string, CompanyChange, string]>([
    ['a name of blanks', { name: '  ' }, 'name name: expected a name of 1 to 200 characters, received "  ".'],
    ['a long name', { name: 'x'.repeat(201) }, 'name name'],
    ['a name with a line break', { name: 'a\nb' }, 'name name'],
    ['an unknown language', { locale: 'tlh' }, 'locale locale: expected a locale of en, es, fr, de, pt'],
    ['a threshold above one', { confidenceThreshold: 1.01 }, 'confidenceThreshold'],
    ['a threshold that is no number', { confidenceThreshold: Number.NaN }, 'confidenceThreshold'],
    ['a wildcard', { allowedOrigins: ['https://*.clinic.example'] }, 'allowedOrigins.0 allowed origins 1'],
    [
      'a path in an origin',
      { allowedOrigins: ['https://a.example/page'] },
      'alone, in lower case: https://a.ex',
    ],
    ['capitals in an origin', { allowedOrigins: ['https://A.example'] }, 'in lower case: https://a.example'],
    ['a usual port in an origin', { allowedOrigins: ['https://a.example:443'] }, 'the origin alone'],
    ['http elsewhere', { allowedOrigins: ['http://a.example'] }, 'https; http is for this machine alone'],
    ['http that looks like here', { callbackUrls: ['http://localhost.a.example/'] }, 'https; http is'],
    ['another protocol', { callbackUrls: ['javascript:alert(1)'] }, 'a whole address'],
    ['half an address', { callbackUrls: ['//a.example/x'] }, 'a whole address'],
    ['credentials', { callbackUrls: ['https://user:pass@a.example/'] }, 'without user and password'],
    ['a fragment', { callbackUrls: ['https://a.example/#x'] }, 'without a part after #'],
    ['a blank inside', { callbackUrls: ['https://a.example/ x'] }, 'a whole address'],
    ['an endless address', { callbackUrls: [`https://a.example/${'x'.repeat(2000)}`] }, 'at most 2000'],
    ['an address twice', { callbackUrls: ['https://a.example/', 'https://a.example/'] }, 'callbackUrls.1'],
    [
      'a colour by name',
      { theme: { primary: 'red' } },
      'theme.primary theme primary: expected a colour like',
    ],
    ['a short colour', { theme: { secondary: '#fff' } }, 'theme.secondary'],
    ['a logo from elsewhere', { theme: { logo: 'https://a.example/logo.png' } }, 'theme.logo'],
    ['another font', { theme: { fontFamily: 'Comic Sans' } }, 'theme.fontFamily'],
    ['an id twice', { anamnesis: [question, question] }, 'anamnesis.1.id anamnesis 2 id: expected an id'],
    ['an id of blanks', { anamnesis: [{ ...question, id: 'since when' }] }, 'anamnesis.0.id'],
    ['a question without words', { anamnesis: [{ id: 'a', text: {} }] }, 'anamnesis.0.text'],
    ['an empty question', { anamnesis: [{ id: 'a', text: { en: '' } }] }, 'anamnesis.0.text.en'],
    [
      'a question in no language of ours',
      { anamnesis: [{ id: 'a', text: JSON.parse('{"tlh":"nuqneH"}') }] },
      'anamnesis.0.text',
    ],
    ['no days', { retention: { reportsDays: 0 } }, 'retention.reportsDays'],
    ['half a day', { retention: { auditDays: 0.5 } }, 'retention.auditDays'],
    ['a thousand years', { retention: { auditDays: 365_000 } }, 'retention.auditDays'],
    [
      'pictures that outlive their report',
      { retention: { reportsDays: 7, imagesDays: 8 } },
      'retention.imagesDays retention images days: expected pictures not to be kept longer',
    ],
  ])('refuses %s, and says why', (_, change, message) => {
    const problems = problemsOf(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('counts what is in lists', () => {
    const many = Array.from({ length: 51 }, (_, index) => `https://a${index}.example`);
    const questions = Array.from({ length: 31 }, (_, index) => ({ ...question, id: `q${index}` }));
    expect(problemsOf({ allowedOrigins: many, callbackUrls: many, anamnesis: questions })).toEqual([
      'allowedOrigins allowed origins: expected at most 50 addresses, received 51.',
      'callbackUrls callback urls: expected at most 50 addresses, received 51.',
      'anamnesis anamnesis: expected at most 30 questions, received 31.',
    ]);
  });

  it('names everything that is wrong at once', () => {
    expect(problemsOf({ name: '', locale: 'x', theme: { primary: 'x' } })).toHaveLength(3);
  });
});
