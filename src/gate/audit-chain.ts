// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** A place in a chain of entries: how many there were up to here, and what they all hash to. */
export interface Link {
  readonly sequence: number;
  /** Lower-case hex. */
  readonly hash: string;
}

/** An entry as it was kept. */
export interface ChainedEntry extends Link {
  readonly companyId: string;
  readonly atMs: number;
  /** What is hashed: JSON that says whose and when once more. */
  readonly text: string;
}

/** The first entry that does not follow on from the one before it. */
export interface ChainBreak {
  readonly sequence: number;
  readonly reason: 'missing' | 'altered' | 'misplaced' | 'notLast';
}

/** `h_n = SHA-256(h_(n-1) || entry)`, over the 32 bytes of the hash before and the entry as UTF-8. */
export function linkEntry(previousHash: string, text: string): string {
  return createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(text).digest('hex');
}

export interface Chain {
  readonly companyId: string;
  /** Where the kept part begins. */
  readonly start: Link;
  /** Where it ends. */
  readonly end: Link;
}

/** Reads a chain piece by piece: `next` gives the first entry that is bad, `finish` whether the end is missing. */
export interface ChainReader {
  next(entries: readonly ChainedEntry[]): ChainBreak | undefined;
  finish(): ChainBreak | undefined;
}

/** Whoever changes, moves, adds or drops an entry breaks the chain there. */
export function createChainReader({ companyId, start, end }: Chain): ChainReader {
  let at = start;
  return {
    next(entries) {
      for (const entry of entries) {
        const broken = findBreak(at, entry, companyId);
        if (broken !== undefined) return broken;
        at = { sequence: entry.sequence, hash: entry.hash };
      }
      return undefined;
    },
    finish() {
      if (at.sequence < end.sequence) return { sequence: at.sequence + 1, reason: 'missing' };
      return at.sequence > end.sequence || at.hash !== end.hash
        ? { sequence: at.sequence, reason: 'notLast' }
        : undefined;
    },
  };
}

function findBreak(before: Link, entry: ChainedEntry, companyId: string): ChainBreak | undefined {
  const sequence = before.sequence + 1;
  if (entry.sequence !== sequence) return { sequence, reason: 'missing' };
  if (entry.hash !== linkEntry(before.hash, entry.text)) return { sequence, reason: 'altered' };
  return isOwn(entry, companyId) ? undefined : { sequence, reason: 'misplaced' };
}

/** What stands beside the text decides who sees it and how long it is kept: it must say the same. */
function isOwn({ text, atMs, companyId: keptAs }: ChainedEntry, companyId: string): boolean {
  try {
    const said: unknown = JSON.parse(text);
    const isEntry = typeof said === 'object' && said !== null && 'atMs' in said && 'companyId' in said;
    return isEntry && said.atMs === atMs && said.companyId === companyId && keptAs === companyId;
  } catch {
    return false;
  }
}
