// SPDX-License-Identifier: Apache-2.0
import type { AuditEntry } from '../record/audit-entry.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';

/**
 * Entries of reads, on their way to the books: whoever reads waits for none of it. A server that is killed loses those of
 * the last moment; whatever changes something is written with the change, and not here.
 */
export interface AuditQueue {
  note(entry: AuditEntry): void;
  /** Writes what was noted; what cannot be written is kept for the next time. */
  flush(): Promise<void>;
}

/** In one transaction. Our own convention: a second of a busy server. */
const entriesAtOnce = 1000;

export function createAuditQueue(audit: Pick<AuditStore, 'add'>): AuditQueue {
  let noted: AuditEntry[] = [];
  const flushSome = async () => {
    const batch = noted.slice(0, entriesAtOnce);
    await audit.add(batch);
    // Others were noted meanwhile, at the end.
    noted = noted.slice(batch.length);
  };
  let flushing = Promise.resolve();
  return {
    note(entry) {
      noted.push(entry);
    },
    flush() {
      const all = async () => {
        while (noted.length > 0) await flushSome();
      };
      const flushed = flushing.then(all);
      // Whoever flushes next does not hear of this failure a second time.
      flushing = flushed.catch(() => undefined);
      return flushed;
    },
  };
}
