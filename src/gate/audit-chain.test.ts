// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../test/phantoms/random.ts';
import { type Chain, type ChainedEntry, createChainReader, linkEntry } from './audit-chain.ts';

const companyId = 'a-company';
const start = { sequence: 0, hash: '0'.repeat(64) };

function createChain(length: number): readonly ChainedEntry[] {
  let { hash } = start;
  return Array.from({ length }, (_, index) => {
    const atMs = 1_000 + index;
    const text = JSON.stringify({ action: 'read', atMs, companyId, id: `entry-${index % 7}` });
    hash = linkEntry(hash, text);
    return { companyId, sequence: index + 1, atMs, text, hash };
  });
}

function read(entries: readonly ChainedEntry[], chain: Partial<Chain> = {}) {
  const end = createChain(50).at(-1) ?? start;
  const reader = createChainReader({ companyId, start, end, ...chain });
  return reader.next(entries) ?? reader.finish();
}

/** One change that a person with the database in hand could make; undefined where it changes nothing. */
function tamper(entries: readonly ChainedEntry[], random: () => number) {
  const at = Math.floor(random() * entries.length);
  const other = Math.floor(random() * entries.length);
  const [entry, elsewhere] = [entries[at], entries[other]];
  if (entry === undefined || elsewhere === undefined || at === other) return undefined;
  const letter = Math.floor(random() * entry.text.length);
  const altered = `${entry.text.slice(0, letter)}${String.fromCharCode(33 + Math.floor(random() * 90))}${entry.text.slice(letter + 1)}`;
  const digit = Math.floor(random() * 64);
  const nibble = Math.floor(random() * 16).toString(16);
  const hash = `${entry.hash.slice(0, digit)}${nibble}${entry.hash.slice(digit + 1)}`;
  const relinked = { ...entry, text: altered, hash: linkEntry(entries[at - 1]?.hash ?? start.hash, altered) };
  const changes: readonly (() => readonly ChainedEntry[])[] = [
    () => entries.with(at, { ...entry, text: altered }),
    () => entries.with(at, { ...entry, hash }),
    () => entries.with(at, { ...entry, atMs: entry.atMs + 1 }),
    () => entries.with(at, { ...entry, companyId: 'another' }),
    () => entries.with(at, { ...elsewhere, sequence: entry.sequence }),
    () => entries.with(at, elsewhere).with(other, entry),
    () =>
      entries
        .with(at, { ...elsewhere, sequence: entry.sequence })
        .with(other, { ...entry, sequence: elsewhere.sequence }),
    () => entries.toSpliced(at, 1),
    () => entries.toSpliced(at, 1).map((each, index) => ({ ...each, sequence: index + 1 })),
    () => entries.toSpliced(at, 0, entry),
    () => entries.slice(0, at),
    () => entries.with(at, relinked),
  ];
  const tampered = changes[Math.floor(random() * changes.length)]?.();
  return JSON.stringify(tampered) === JSON.stringify(entries) ? undefined : tampered;
}

describe('a chain of entries', () => {
  it('hashes the bytes of the hash before and the entry', () => {
    const expected = createHash('sha256').update(Buffer.alloc(32)).update('{"a":"ñ"}', 'utf8').digest('hex');
    expect(linkEntry(start.hash, '{"a":"ñ"}')).toBe(expected);
  });

  it('is whole as it was written, in one piece or in several', () => {
    const entries = createChain(50);
    expect(read(entries)).toBeUndefined();
    const end = entries.at(-1) ?? start;
    const reader = createChainReader({ companyId, start, end });
    for (let first = 0; first < 50; first += 7)
      expect(reader.next(entries.slice(first, first + 7))).toBeUndefined();
    expect(reader.finish()).toBeUndefined();
  });

  it('is whole without the beginning that was dropped', () => {
    const entries = createChain(50);
    expect(read(entries.slice(20), { start: entries[19] ?? start })).toBeUndefined();
    expect(read(entries.slice(21), { start: entries[19] ?? start })).toEqual({
      sequence: 21,
      reason: 'missing',
    });
  });

  it('breaks under each of 10,000 changes', () => {
    const entries = createChain(50);
    const random = createRandom(7).next;
    let tried = 0;
    while (tried < 10_000) {
      const tampered = tamper(entries, random);
      if (tampered === undefined) continue;
      tried += 1;
      if (read(tampered) === undefined) expect.fail(`Not found: ${JSON.stringify(tampered)}`);
    }
    expect(tried).toBe(10_000);
  });

  it('names the first entry that is bad, and how', () => {
    const entries = createChain(50);
    const [fifth, sixth] = [entries[4], entries[5]];
    if (!fifth || !sixth) throw new Error('Expected entries');
    expect(read(entries.with(4, { ...fifth, text: sixth.text }))).toEqual({ sequence: 5, reason: 'altered' });
    expect(read(entries.toSpliced(4, 2))).toEqual({ sequence: 5, reason: 'missing' });
    expect(read(entries.slice(0, 4))).toEqual({ sequence: 5, reason: 'missing' });
    expect(read(entries.with(4, { ...fifth, atMs: 5 }))).toEqual({ sequence: 5, reason: 'misplaced' });
    const end = { sequence: 50, hash: 'f'.repeat(64) };
    expect(read(entries, { end })).toEqual({ sequence: 50, reason: 'notLast' });
  });
});
