// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJson } from './write-json.ts';

const textOf = (value: unknown) => [...writeJson(value)].join('');

describe('an answer as JSON in pieces', () => {
  it('is what JSON.stringify makes of it where there are no bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(textOf(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('has bytes as base64, wherever they stand', () => {
    const bytes = Uint8Array.from({ length: 2_000_003 }, (_, index) => index * 7);
    const data = Buffer.from(bytes).toString('base64');
    const answer = (picture: unknown) => ({ a: [1, { 'b"': picture, c: undefined }, null], d: { e: 'é' } });
    expect(textOf(answer(bytes))).toBe(JSON.stringify(answer(data)));
    expect(textOf([bytes.subarray(5, 9), undefined])).toBe(
      JSON.stringify([Buffer.from(bytes.subarray(5, 9)).toString('base64'), null]),
    );
  });

  it('has no piece of more than a mebibyte', () => {
    const pieces = [...writeJson({ data: new Uint8Array(5_000_000) })];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(2 ** 20);
  });
});
