// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSignedLinks } from './signed-link.ts';

const secret = randomBytes(32);
const start = Date.UTC(2026, 10, 21);
const minute = 60_000;
const path = '/s2s-api/v3/media/abc.jpg';
const parameters = { locale: 'en', company: 'c-1', title: 'Haut & Haar = ü' };
const alterations = 10_000;

function createAt(nowMs: number, key = secret) {
  return createSignedLinks({ secret: key, clock: { nowMs: () => nowMs } });
}

const links = createAt(start);
const query = links.sign(path, parameters, 30 * minute);

/** Another printable character somewhere, one less, or one more. */
function alter(text: string, index: number): string {
  const at = index % text.length;
  const other = String.fromCharCode(0x20 + randomInt(0x5f));
  const tail = text.slice(at + 1);
  const kind = randomInt(3);
  if (kind === 0) return text.slice(0, at) + tail;
  return kind === 1 ? text.slice(0, at) + other + tail : text.slice(0, at) + other + text.slice(at);
}

describe('a signed link', () => {
  it('is valid as it was signed, on every replica, and says what it was given', () => {
    expect(links.check(path, query)).toBe('valid');
    expect(createAt(start).check(path, query)).toBe('valid');
    const { expires, signature, ...given } = Object.fromEntries(new URLSearchParams(query));
    expect(given).toEqual(parameters);
    expect(Number(expires)).toBe(start + 30 * minute);
    expect(signature).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('is the same for the same parameters in any order', () => {
    const reordered = Object.fromEntries(Object.entries(parameters).toReversed());
    expect(links.sign(path, reordered, 30 * minute)).toBe(query);
  });

  it('needs no parameters', () => {
    expect(links.check('/a', links.sign('/a', {}, minute))).toBe('valid');
  });

  it('ends with its time, half a minute of other clocks later', () => {
    const end = start + 30 * minute;
    expect(createAt(end + 30_000).check(path, query)).toBe('valid');
    expect(createAt(end + 30_001).check(path, query)).toBe('expired');
    expect(createAt(end + 365 * 24 * 60 * minute).check(path, query)).toBe('expired');
  });

  it(`is invalid when altered, ${alterations} times, and so is an altered path`, () => {
    const queries = Array.from({ length: alterations }, (_, index) => alter(query, index)).filter(
      (text) => text !== query,
    );
    expect(queries.length).toBeGreaterThan(0.98 * alterations);
    expect(queries.filter((text) => links.check(path, text) !== 'invalid')).toEqual([]);
    const paths = Array.from({ length: alterations }, (_, index) => alter(path, index)).filter(
      (text) => text !== path,
    );
    expect(paths.filter((text) => links.check(text, query) !== 'invalid')).toEqual([]);
  });

  it('is invalid, not expired, when altered after its end', () => {
    const late = createAt(start + 60 * minute);
    expect(late.check(path, query)).toBe('expired');
    expect(late.check(path, query.replace('locale=en', 'locale=de'))).toBe('invalid');
    expect(late.check(path, query.replace(/expires=\d+/, `expires=${start + 90 * minute}`))).toBe('invalid');
  });

  it('does not let the line between path and parameters move', () => {
    const signed = links.sign('/a', { b: 'c' }, minute);
    const [first, ...rest] = signed.split('&');
    expect(links.check(`/a?${first}`, rest.join('&'))).toBe('invalid');
  });

  it('is invalid with something added, said twice, left out, or in another spelling', () => {
    const [signed = '', signature = ''] = query.split('&signature=');
    const spellings = [
      `${query}&locale=de`,
      `locale=de&${query}`,
      `${signed}&expires=${start + 60 * minute}&signature=${signature}`,
      `${signed}&signature=${signature}&signature=${signature}`,
      `${signed}&signature=${signature}=`,
      `${signed}&signature=`,
      `signature=${signature}&${signed}`,
      signed,
      query.replaceAll('+', '%20'),
      `?${query}`,
      `${query}\n`,
    ];
    expect(spellings.filter((text) => text !== query && links.check(path, text) !== 'invalid')).toEqual([]);
    expect(spellings).not.toContain(query);
  });

  it('is invalid under another key', () => {
    expect(createAt(start, randomBytes(32)).check(path, query)).toBe('invalid');
  });

  it.each([
    '',
    '&',
    'expires=1&signature=',
    `expires=1&signature=${'A'.repeat(43)}`,
    `expires=&signature=${'A'.repeat(43)}`,
    `expires=1e99&signature=${'A'.repeat(43)}`,
    'a\0b',
    'half \ud800 a pair',
    '&expires='.repeat(50_000),
    '%'.repeat(50_000),
  ])('is not odd text %#', (odd) => {
    expect(links.check(path, odd)).toBe('invalid');
  });

  it('lives no longer than an hour, and no shorter than not at all', () => {
    for (const lifetimeMs of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 60 * minute + 1])
      expect(() => links.sign(path, {}, lifetimeMs)).toThrow(RangeError);
  });

  it('keeps its own names to itself', () => {
    expect(() => links.sign(path, { expires: '1' }, minute)).toThrow(TypeError);
    expect(() => links.sign(path, { signature: 'x' }, minute)).toThrow(TypeError);
  });

  it('wants a key of 32 bytes', () => {
    expect(() => createAt(start, randomBytes(31))).toThrow(RangeError);
  });
});
