// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { toFieldProblems } from './to-field-problems.ts';

it('names a missing field by its whole path', () => {
  const fault = {
    keyword: 'required',
    instancePath: '/payload/0/contentAttachment',
    params: { requiredProperties: ['data'] },
  };
  expect(toFieldProblems([fault], 'body')).toEqual([
    { type: 'missing', msg: 'Field required', loc: ['body', 'payload', 0, 'contentAttachment', 'data'] },
  ]);
});

it('gives one entry per field, whatever number of rules it breaks', () => {
  const type = { keyword: 'type', instancePath: '/payload', params: { type: 'array' } };
  const problems = toFieldProblems([type, { ...type, keyword: 'minItems', params: { limit: 1 } }], 'body');
  expect(problems).toEqual([
    { type: 'type_error', msg: 'Input should be a valid list', loc: ['body', 'payload'] },
  ]);
});

it('says in words what a nullable text should be', () => {
  const fault = { keyword: 'type', instancePath: '/a~1b/c~0d', params: { type: ['string', 'null'] } };
  expect(toFieldProblems([fault], 'body')).toEqual([
    { type: 'type_error', msg: 'Input should be a valid string', loc: ['body', 'a/b', 'c~d'] },
  ]);
});
