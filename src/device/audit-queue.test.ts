// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createAuditEntry } from '../../test/fixtures/sample-audit-entry.ts';
import type { AuditEntry } from '../record/audit-entry.ts';
import { createAuditQueue } from './audit-queue.ts';

describe('entries on their way', () => {
  it('are all written, each once, whoever flushes and whatever fails in between', async () => {
    await using store = await openTemporaryStore();
    const companyId = randomUUID();
    let calls = 0;
    const queue = createAuditQueue({
      async add(entries) {
        calls += 1;
        if (calls % 3 === 1) throw new Error('away');
        await store.audit.add(entries);
        // The answer is lost, not what was asked for.
        if (calls % 3 === 2) throw new Error('lost');
      },
    });
    for (let count = 0; count < 2500; count += 1) queue.note(createAuditEntry({ companyId }));
    const flushes = await Promise.allSettled([queue.flush(), queue.flush(), queue.flush()]);
    expect(flushes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    for (let tries = 0; tries < 9; tries += 1) await queue.flush().catch(() => undefined);
    expect((await store.audit.findChain(companyId))?.waiting).toBe(2500);
  });

  it('that come while others are written come after them', async () => {
    const written: string[] = [];
    const [first, second] = [createAuditEntry(), createAuditEntry()];
    const queue = createAuditQueue({
      async add(entries: readonly AuditEntry[]) {
        if (written.length === 0) queue.note(second);
        written.push(...entries.map(({ id }) => id));
      },
    });
    queue.note(first);
    await queue.flush();
    expect(written).toEqual([first.id, second.id]);
  });
});
