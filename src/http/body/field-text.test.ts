// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findFieldText } from './field-text.ts';

describe('the text of a field', () => {
  it.each<[string, string | undefined]>([
    ['{"extra":{"a":1}}', '{"a":1}'],
    [' { "other" : [ "extra" , {"extra":0} ] , "extra" : { "b" :1.0,"a":2 } } ', '{ "b" :1.0,"a":2 }'],
    [
      '{"extra":{"2":90071992547409931234,"1":1e400,"2":0.10}}',
      '{"2":90071992547409931234,"1":1e400,"2":0.10}',
    ],
    ['{"extra":{"a":"}],\\"{:\\\\"},"z":1}', '{"a":"}],\\"{:\\\\"}'],
    ['{"extra":1,"extra":{"__proto__":{}}}', '{"__proto__":{}}'],
    ['{"\\u0065xtra":[1 , 2]}', '[1 , 2]'],
    ['{"a":{"extra":1},"b":["extra",":",{"extra":2}]}', undefined],
    ['{"a":"extra","extra":null}', 'null'],
    ['{"extra":"x"}', '"x"'],
    ['{}', undefined],
    ['["extra",1]', undefined],
    ['"extra"', undefined],
    ['7', undefined],
  ])('of %s is %s', (json, expected) => {
    expect(() => JSON.parse(json)).not.toThrow();
    expect(findFieldText(json, 'extra')).toBe(expected);
  });

  it('is found behind a hundred thousand others', () => {
    const long = JSON.stringify({ text: '\\"'.repeat(50_000), list: Array.from({ length: 1000 }, String) });
    expect(findFieldText(`{"a":${long},"extra":{"b":[]}}`, 'extra')).toBe('{"b":[]}');
  });
});
