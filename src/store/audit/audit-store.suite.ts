// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuditEntry } from '../../../test/fixtures/sample-audit-entry.ts';
import { createChainReader, linkEntry } from '../../gate/audit-chain.ts';
import type { Store } from '../store.ts';
import type { AuditStore } from './audit-store.ts';

const all = 100_000;

function createEntries(companyId: string, times: readonly number[]) {
  return times.map((atMs) => createAuditEntry({ companyId, atMs }));
}

async function readWhole(audit: AuditStore, companyId: string) {
  const chain = await audit.findChain(companyId);
  if (chain === undefined) throw new Error('Expected a chain');
  const entries = await audit.read(companyId, chain.start.sequence, all);
  const reader = createChainReader(chain);
  return { chain, entries, broken: reader.next(entries) ?? reader.finish() };
}

/** What every store of who reached for what does. */
export function testAuditStore(openStore: () => Promise<Store>): void {
  describe('entries of who reached for what', () => {
    it('wait, and are sealed in the order of time', async () => {
      const { audit } = await openStore();
      const companyId = randomUUID();
      const entries = createEntries(companyId, [3, 1, 2]);
      await audit.add(entries);
      expect(await audit.findChain(companyId)).toMatchObject({ waiting: 3, end: { sequence: 0 } });
      await audit.seal(linkEntry, all);
      const { chain, entries: sealed, broken } = await readWhole(audit, companyId);
      expect(broken).toBeUndefined();
      expect(chain).toMatchObject({ waiting: 0, start: { sequence: 0 }, end: { sequence: 3 } });
      expect(sealed.map(({ atMs, sequence }) => [atMs, sequence])).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
      ]);
      expect(sealed.map(({ text }) => JSON.parse(text))).toEqual([entries[1], entries[2], entries[0]]);
    });

    it('are written in one way only', async () => {
      const { audit } = await openStore();
      const entry = createAuditEntry({ actor: { kind: 'operator', id: null } });
      const { actor, object, ...rest } = entry;
      await audit.add([{ object: { id: object.id, kind: object.kind }, ...rest, actor }]);
      await audit.seal(linkEntry, all);
      const [sealed] = await audit.read(entry.companyId, 0, all);
      expect(sealed?.text).toBe(
        `{"action":"read","actor":{"id":null,"kind":"operator"},"atMs":${entry.atMs},"companyId":"${entry.companyId}","id":"${entry.id}","object":{"id":"${object.id}","kind":"report"},"outcome":"done"}`,
      );
    });

    it('are all kept, or none', async () => {
      const { audit } = await openStore();
      const companyId = randomUUID();
      const [entry, more] = createEntries(companyId, [1, 2]);
      if (!entry || !more) throw new Error('Expected entries');
      await expect(audit.add([entry, { ...more, id: 'half \ud800 a pair' }])).rejects.toThrow(TypeError);
      expect(await audit.findChain(companyId)).toBeUndefined();
      await audit.add([]);
      // The answer to the first attempt was lost.
      await audit.add([entry]);
      await audit.add([entry, more]);
      expect((await audit.findChain(companyId))?.waiting).toBe(2);
    });

    it('of several companies are in chains of their own', async () => {
      const { audit } = await openStore();
      const companies = [randomUUID(), randomUUID()];
      await audit.add(companies.flatMap((companyId) => createEntries(companyId, [1, 2, 3])));
      await audit.seal(linkEntry, all);
      for (const companyId of companies) {
        const { entries, broken } = await readWhole(audit, companyId);
        expect([entries.length, broken]).toEqual([3, undefined]);
      }
      expect(await audit.findChain(randomUUID())).toBeUndefined();
      expect(await audit.findChain('a\0b')).toBeUndefined();
    });

    it('that several servers write and seal at once are one chain without a gap', async () => {
      const stores = [await openStore(), await openStore(), await openStore()];
      const companyId = randomUUID();
      await Promise.all(
        stores.flatMap(({ audit }, server) =>
          [0, 1, 2, 3].map(async (turn) => {
            await audit.add(
              createEntries(
                companyId,
                Array.from({ length: 90 }, (_, index) => 1000 * turn + 3 * index + server),
              ),
            );
            await audit.seal(linkEntry, all);
          }),
        ),
      );
      const [first] = stores;
      if (first === undefined) throw new Error('Expected a store');
      await first.audit.seal(linkEntry, all);
      const { entries, broken } = await readWhole(first.audit, companyId);
      expect([entries.length, broken]).toEqual([1080, undefined]);
      expect(new Set(entries.map(({ text }) => text)).size).toBe(1080);
    });

    it('are listed from the newest, page by page', async () => {
      const { audit } = await openStore();
      const companyId = randomUUID();
      await audit.add(createEntries(companyId, [1, 2, 3, 4, 5]));
      await audit.seal(linkEntry, all);
      const page = async (before?: number) =>
        (await audit.list(companyId, 2, before)).map(({ sequence }) => sequence);
      expect([await page(), await page(4), await page(2), await page(1)]).toEqual([[5, 4], [3, 2], [1], []]);
      expect((await audit.read(companyId, 2, 2)).map(({ sequence }) => sequence)).toEqual([3, 4]);
    });

    it('are dropped from the oldest on, up to the first that has to stay, and the rest holds', async () => {
      const { audit } = await openStore();
      const companyId = randomUUID();
      for (const times of [[10, 20], [15], [30, 40]]) {
        await audit.add(createEntries(companyId, times));
        await audit.seal(linkEntry, all);
      }
      expect(await audit.drop(companyId, 10)).toBe(0);
      expect(await audit.drop(companyId, 20)).toBe(1);
      expect(await audit.drop(companyId, 31)).toBe(3);
      const { chain, entries, broken } = await readWhole(audit, companyId);
      expect(broken).toBeUndefined();
      expect([chain.start.sequence, entries.map(({ atMs }) => atMs)]).toEqual([4, [40]]);
      expect(await audit.drop(companyId, 1000)).toBe(1);
      await audit.add(createEntries(companyId, [2000]));
      await audit.seal(linkEntry, all);
      expect((await readWhole(audit, companyId)).broken).toBeUndefined();
      expect((await audit.findChain(companyId))?.end.sequence).toBe(6);
    });

    it('that several servers drop at once, one with a clock behind, leave a chain that holds', async () => {
      const stores = [await openStore(), await openStore()];
      for (let round = 0; round < 20; round++) {
        const companyId = randomUUID();
        const [first] = stores;
        if (first === undefined) throw new Error('Expected a store');
        await first.audit.add(createEntries(companyId, [1, 2, 3, 4, 5]));
        await first.audit.seal(linkEntry, all);
        const dropped = await Promise.all(
          stores.map(({ audit }, behind) => audit.drop(companyId, 5 - behind)),
        );
        const { chain, broken } = await readWhole(first.audit, companyId);
        expect([broken, chain.start.sequence, dropped.reduce((sum, each) => sum + each, 0)]).toEqual([
          undefined,
          4,
          4,
        ]);
      }
    });
  });
}
