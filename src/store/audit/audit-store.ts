// SPDX-License-Identifier: Apache-2.0
import type { AuditEntry } from '../../record/audit-entry.ts';

/** A place in a company's chain. */
export interface ChainPlace {
  /** How many entries there were up to here; 0 before the first. */
  readonly sequence: number;
  /** Lower-case hex; 64 zeros before the first. */
  readonly hash: string;
}

/** What is kept of a company: after `start`, which moves as old entries are dropped, up to `end`. */
export interface AuditChain {
  readonly companyId: string;
  readonly start: ChainPlace;
  readonly end: ChainPlace;
  /** Entries that are not sealed yet: only those of the last second where a server runs. */
  readonly waiting: number;
}

/** An entry as it is sealed. */
export interface SealedEntry extends ChainPlace {
  readonly companyId: string;
  readonly atMs: number;
  /** JSON of an `AuditEntry`, in the one way that is hashed: keys in alphabetical order, no spaces. */
  readonly text: string;
}

/** The hash of an entry after another: over the hash before and the text. */
export type LinkEntry = (previousHash: string, text: string) => string;

/** Who reached for what belongs to a company. Several servers may write and seal at once. */
export interface AuditStore {
  /** Keeps entries until they are sealed: all or none, and each once. @throws TypeError when one cannot be kept */
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** Seals what waits, each company's in the order of time; resolves with how many were sealed, at most about `limit`. */
  seal(link: LinkEntry, limit: number): Promise<number>;
  /** Undefined for a company of which nothing was ever written. */
  findChain(companyId: string): Promise<AuditChain | undefined>;
  /** Sealed entries, oldest first, after a place of the chain. */
  read(companyId: string, afterSequence: number, limit: number): Promise<readonly SealedEntry[]>;
  /** Sealed entries, newest first, before a place of the chain where one is given. */
  list(companyId: string, limit: number, beforeSequence?: number): Promise<readonly SealedEntry[]>;
  /** Drops the oldest entries up to the first that is not older; the rest still follows on. Resolves with how many. */
  drop(companyId: string, olderThanMs: number): Promise<number>;
}
