// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, toFhirJson, toFhirText, worded } from './fhir-text.ts';

/** @source https://hl7.org/fhir/R4/datatypes.html#string */
const allowed = /^[ \r\n\t\S]+$/;
const forbidden = /(?![\t\r\n])\p{Cc}/u;

describe('a text for FHIR', () => {
  it.each([
    ['  a b\n', 'a b'],
    ['a\u00A0b', 'a b'],
    ['a\u0001b', 'a\uFFFDb'],
    ['a\r\n\tb', 'a\r\n\tb'],
    [' \u2003\uFEFF', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => {
    expect(toFhirText(text)).toBe(expected);
  });

  it('is one that FHIR allows, whatever was written, and is not changed twice', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, (written) => {
        const taken = toFhirText(written);
        if (taken === undefined) return written.trim() === '';
        return allowed.test(taken) && !forbidden.test(taken) && taken === toFhirText(taken);
      }),
    );
  });
});

describe('JSON text for FHIR', () => {
  it('is the same document, in characters that FHIR allows', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (object) => {
        const json = toFhirJson(JSON.stringify(object));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(object)));
        return allowed.test(json) && !forbidden.test(json);
      }),
    );
  });

  it('keeps digits, order and blanks as they came', () => {
    const json = '{"b":12345678901234567890.10,  "a":1.0}';
    expect(toFhirJson(json)).toBe(json);
  });
});

describe('what is empty', () => {
  it('is left out', () => {
    expect([filled('item', []), worded('text', undefined)]).toEqual([{}, {}]);
    expect([filled('item', [1]), worded('text', 'a')]).toEqual([{ item: [1] }, { text: 'a' }]);
  });
});
