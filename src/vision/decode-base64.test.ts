// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const refusal = {
  code: 'invalidRequest',
  details: { problems: [{ type: 'value_error', msg: 'Value error, Only base64 data is allowed' }] },
};

function refused(text: string): unknown {
  try {
    return decodeBase64(ascii(text));
  } catch (error) {
    return error;
  }
}

describe('decodeBase64', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(Buffer.compare(decodeBase64(ascii(text)), bytes)).toBe(0);
      }),
    );
  });

  it.each([
    ['a data URI', 'data:image/jpeg;base64,/9j/4AAQSkZJRg=='],
    ['URL-safe letters', 'ab-_'],
    ['a line break', 'abcd\nabcd'],
    ['a line break that keeps the length right', 'abc\n'],
    ['blanks', 'abcd abc'],
    ['no padding', 'abc'],
    ['too much padding', 'a==='],
    ['padding in the middle', 'ab==abcd'],
    ['letters beyond ASCII', 'ab\xe9d'],
    ['a null byte', 'abc\0'],
    ['a percent escape', 'ab%3D'],
  ])('refuses %s', (_, text) => {
    expect(refused(text)).toMatchObject(refusal);
  });

  it('accepts exactly what the standard alphabet spells', () => {
    const pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
    const letter = fc.constantFrom(...'AZaz09+/=-_ \n,\xff\0');
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 12 }), (text) => {
        expect(refused(text) instanceof Uint8Array).toBe(pattern.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
