// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealedIds } from './sealed-id.ts';

const secret = randomBytes(32);
const ids = createSealedIds({ secret });
const company = randomUUID();
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const alterations = 10_000;

/** One bit, anywhere: letters of six bits leave none unused. */
function flipBit(sealed: string, at: number): string {
  const bytes = Buffer.from(sealed, 'base64url');
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return bytes.toString('base64url');
}

function withLetter(sealed: string, at: number): string {
  const others = letters.replace(sealed[at] ?? '', '');
  return sealed.slice(0, at) + others[randomInt(others.length)] + sealed.slice(at + 1);
}

describe('a sealed id', () => {
  it('opens as what was sealed, for its company and kind, on every replica', () => {
    const id = randomUUID();
    const sealed = ids.seal('report', company, id);
    expect(sealed).toMatch(/^[A-Za-z0-9_-]{60}$/);
    expect(createSealedIds({ secret }).open('report', company, sealed)).toBe(id);
    expect(encodeURIComponent(sealed)).toBe(sealed);
  });

  it('never shows the id, and never twice the same text', () => {
    const id = randomUUID();
    const sealed = Array.from({ length: 1000 }, () => ids.seal('report', company, id));
    expect(new Set(sealed).size).toBe(1000);
    const hex = id.replaceAll('-', '');
    expect(sealed.some((text) => Buffer.from(text, 'base64url').toString('hex').includes(hex))).toBe(false);
  });

  it(`opens nothing when altered, ${alterations} times`, () => {
    const sealed = ids.seal('report', company, randomUUID());
    const bits = sealed.length * 6;
    const altered = Array.from({ length: alterations }, (_, index) =>
      index < bits ? flipBit(sealed, index) : withLetter(sealed, index % sealed.length),
    );
    expect(altered.filter((text) => text === sealed)).toEqual([]);
    expect(altered.filter((text) => ids.open('report', company, text) !== undefined)).toEqual([]);
  });

  it(`opens nothing when made up, ${alterations} times`, () => {
    const made = Array.from({ length: alterations }, () => {
      const bytes = randomBytes(45);
      bytes[0] = 1;
      return bytes.toString('base64url');
    });
    expect(made.filter((text) => ids.open('report', company, text) !== undefined)).toEqual([]);
  });

  it('is of no use to another company, as another kind, or under another key', () => {
    const sealed = ids.seal('report', company, randomUUID());
    const foreign = Array.from({ length: 1000 }, () => ids.open('report', randomUUID(), sealed));
    expect(foreign.filter((id) => id !== undefined)).toEqual([]);
    expect(ids.open('report', company.toUpperCase(), sealed)).toBeUndefined();
    expect(ids.open('media', company, sealed)).toBeUndefined();
    expect(createSealedIds({ secret: randomBytes(32) }).open('report', company, sealed)).toBeUndefined();
  });

  it('is not made of parts of two', () => {
    const [left, right] = [0, 1].map(() => ids.seal('media', company, randomUUID()));
    const spliced = Array.from({ length: 59 }, (_, at) => `${left?.slice(0, at + 1)}${right?.slice(at + 1)}`);
    const whole = new Set([left, right]);
    const mixed = spliced.filter((text) => !whole.has(text));
    expect(mixed.length).toBeGreaterThan(40);
    expect(mixed.filter((text) => ids.open('media', company, text) !== undefined)).toEqual([]);
  });

  it.each([
    '',
    ' ',
    '0189bafa-0610-7349-a0ab-eb53695b27fd',
    'A'.repeat(59),
    'A'.repeat(60),
    'A'.repeat(61),
    'A'.repeat(1_000_000),
    `${'A'.repeat(56)}====`,
    '../../etc/passwd',
    'a\0b',
    'half \ud800 a pair',
    '👩‍⚕️'.repeat(10),
  ])('is not odd text %#', (odd) => {
    expect(ids.open('report', company, odd)).toBeUndefined();
  });

  it('has one text: no padding, no other alphabet, no white space', () => {
    const sealed = ids.seal('report', company, randomUUID());
    const spellings = [`${sealed}=`, ` ${sealed}`, `${sealed}\n`, `${sealed}A`, sealed.slice(0, -1)];
    for (const spelling of spellings) expect(ids.open('report', company, spelling)).toBeUndefined();
    const withDash = Array.from({ length: 200 }, () => ids.seal('report', company, randomUUID())).find(
      (text) => text.includes('-') && text.includes('_'),
    );
    const standard = withDash?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    expect(standard).toHaveLength(60);
    expect(ids.open('report', company, standard)).toBeUndefined();
  });

  it('is made of UUIDs only, in the spelling they come back in', () => {
    const odd = ['', 'x', randomUUID().toUpperCase(), randomUUID().replaceAll('-', ''), `${randomUUID()}0`];
    for (const id of odd) expect(() => ids.seal('report', company, id)).toThrow(TypeError);
  });

  it('wants a key of 32 bytes', () => {
    for (const length of [0, 16, 31, 33])
      expect(() => createSealedIds({ secret: randomBytes(length) })).toThrow(RangeError);
  });
});
