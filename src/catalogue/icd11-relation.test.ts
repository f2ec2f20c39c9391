// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { catalogue } from './conditions.ts';
import { areRelated, isIcd11Code, isOneOf, listIcd11Codes } from './icd11-relation.ts';

describe('an ICD-11 code', () => {
  it.each(['EA90', 'EA90.0', 'EA90.40', '2C30', '2F2Y', 'EH90.Z', '2F20.0Y', '1E90'])('is %s', (code) => {
    expect(isIcd11Code(code)).toBe(true);
  });

  it.each([
    '',
    'EA9',
    'EA90.',
    'EA90.0000',
    'ea90',
    'L40.0',
    'EA90, EA91',
    'EI90',
    '123',
    'psoriasis',
    'EA90 ',
  ])('is not "%s"', (text) => {
    expect(isIcd11Code(text)).toBe(false);
  });

  it('has that form all over the catalogue', () => {
    const codes = listIcd11Codes(catalogue);
    expect(codes.filter((code) => !isIcd11Code(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)]);
    expect(codes).toEqual(expect.arrayContaining(['EA90', 'EA90.42', 'EA90.5Y', '2C30']));
  });
});

describe('the order of codes', () => {
  it('makes a narrower code one of its broader ones, and not the other way round', () => {
    expect([isOneOf('EA90.40', 'EA90.4'), isOneOf('EA90.40', 'EA90'), isOneOf('EA90', 'EA90')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isOneOf('EA90', 'EA90.40'), isOneOf('EA90.0', 'EA91')]).toEqual([false, false]);
  });

  it('relates broader and narrower, not neighbours', () => {
    expect([areRelated('EA90', 'EA90.0'), areRelated('EA90.0', 'EA90')]).toEqual([true, true]);
    expect([areRelated('EA90.0', 'EA90.1'), areRelated('EA80', 'EA90')]).toEqual([false, false]);
  });
});
