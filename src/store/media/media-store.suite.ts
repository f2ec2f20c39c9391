// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { NewReportMedia } from '../../record/report-record.ts';
import type { MediaStore } from './media-store.ts';

/** A picture to keep; its bytes need be no picture here. */
export function createNewMedia(jpeg: Uint8Array, id: string = randomUUID()): NewReportMedia {
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  const size = { widthPx: 4, heightPx: 3, bytes: jpeg.length };
  return { media: { id, role: 'photograph', contentType: 'image/jpeg', ...size, sha256 }, jpeg };
}

/** What every store of pictures does; `openStore` opens the same place again and again. */
export function testMediaStore(openStore: () => MediaStore): void {
  describe('pictures of reports', () => {
    it('come back byte by byte, large and empty ones too, from another replica too', async () => {
      const [company, report] = [randomUUID(), randomUUID()];
      const media = [0, 1, 5_000_000].map((length) => createNewMedia(new Uint8Array(randomBytes(length))));
      await openStore().keep(company, report, media);
      for (const { media: each, jpeg } of media) {
        const read = await openStore().read(company, report, each.id);
        expect(read === undefined ? undefined : Buffer.compare(read, jpeg)).toBe(0);
      }
    });

    it('are added to those of the same report', async () => {
      const store = openStore();
      const [company, report] = [randomUUID(), randomUUID()];
      const [first, second] = [1, 2].map((value) => createNewMedia(Uint8Array.of(value)));
      if (!first || !second) throw new Error('Expected two pictures');
      await store.keep(company, report, [first]);
      await store.keep(company, report, [second]);
      expect(await store.read(company, report, first.media.id)).toEqual(Buffer.of(1));
      expect(await store.read(company, report, second.media.id)).toEqual(Buffer.of(2));
    });

    it('are not there for another company, report, or picture', async () => {
      const store = openStore();
      const [company, report] = [randomUUID(), randomUUID()];
      const kept = createNewMedia(Uint8Array.of(1));
      await store.keep(company, report, [kept]);
      expect(await store.read(randomUUID(), report, kept.media.id)).toBeUndefined();
      expect(await store.read(company, randomUUID(), kept.media.id)).toBeUndefined();
      expect(await store.read(company, report, randomUUID())).toBeUndefined();
    });

    it('are gone once removed, and only those of that report of that company', async () => {
      const store = openStore();
      const [company, report, other] = [randomUUID(), randomUUID(), randomUUID()];
      const kept = createNewMedia(Uint8Array.of(1));
      await store.keep(company, report, [kept]);
      await store.keep(company, other, [kept]);
      await store.remove(randomUUID(), report);
      expect(await store.read(company, report, kept.media.id)).toBeDefined();
      await store.remove(company, report);
      await store.remove(company, report);
      expect(await store.read(company, report, kept.media.id)).toBeUndefined();
      expect(await store.read(company, other, kept.media.id)).toEqual(Buffer.of(1));
    });

    it('are taken back by whoever kept them, and nobody else’s of the same report', async () => {
      const store = openStore();
      const [company, report] = [randomUUID(), randomUUID()];
      const [mine, other, stranger] = [1, 2, 3].map((value) => [createNewMedia(Uint8Array.of(value))]);
      if (!mine || !other || !stranger) throw new Error('Expected three pictures');
      for (const each of [mine, other]) await store.keep(company, report, each);
      for (const each of [mine, mine, stranger]) await store.takeBack(company, report, each);
      expect(await store.read(company, report, mine[0]?.media.id ?? '')).toBeUndefined();
      expect(await store.read(company, report, other[0]?.media.id ?? '')).toEqual(Buffer.of(2));
    });

    it('of many reports are kept at once', async () => {
      const store = openStore();
      const company = randomUUID();
      const reports = Array.from({ length: 20 }, () => ({ id: randomUUID(), jpeg: randomBytes(1000) }));
      const kept = reports.map((each) => ({ ...each, media: [createNewMedia(each.jpeg)] }));
      await Promise.all(kept.map(({ id, media }) => store.keep(company, id, media)));
      for (const { id, media, jpeg } of kept)
        expect(await store.read(company, id, media[0]?.media.id ?? '')).toEqual(jpeg);
    });

    it('are listed by report, with the time of the newest', async () => {
      const store = openStore();
      const [company, report, other] = [randomUUID(), randomUUID(), randomUUID()];
      const before = Date.now();
      await store.keep(
        company,
        report,
        [1, 2, 3].map((value) => createNewMedia(Uint8Array.of(value))),
      );
      await store.keep(company, other, [createNewMedia(Uint8Array.of(4))]);
      const listed = (await Array.fromAsync(store.listReports())).filter(
        (each) => each.companyId === company,
      );
      expect(listed.map(({ reportId }) => reportId).toSorted()).toEqual([report, other].toSorted());
      for (const { newestAtMs } of listed) {
        // A bucket counts whole seconds.
        expect(newestAtMs).toBeGreaterThan(before - 2000);
        expect(newestAtMs).toBeLessThan(Date.now() + 2000);
      }
      await store.remove(company, report);
      const left = (await Array.fromAsync(store.listReports())).filter((each) => each.companyId === company);
      expect(left.map(({ reportId }) => reportId)).toEqual([other]);
    });

    it('belong to whoever marked the place first', async () => {
      const found = await openStore().mark('a database');
      expect(await openStore().mark('another database')).toBe(found);
      const listed = await Array.fromAsync(openStore().listReports());
      expect(listed.every(({ reportId }) => reportId.length === 36)).toBe(true);
    });

    it('can be kept when the place says so', async () => {
      await expect(openStore().ping()).resolves.toBeUndefined();
    });

    it('may be none', async () => {
      await expect(openStore().keep(randomUUID(), randomUUID(), [])).resolves.toBeUndefined();
    });

    it.each(['', '.', '..', '../..', '/etc', 'a\0b', 'half \ud800 a pair', randomUUID().toUpperCase()])(
      'are neither kept, nor read, nor removed under odd id %#',
      async (odd) => {
        const store = openStore();
        const id = randomUUID();
        const media = [createNewMedia(Uint8Array.of(1), id)];
        await expect(store.keep(odd, id, media)).rejects.toThrow(TypeError);
        await expect(store.keep(id, odd, media)).rejects.toThrow(TypeError);
        const strange = [createNewMedia(Uint8Array.of(1), odd)];
        await expect(store.keep(id, id, strange)).rejects.toThrow(TypeError);
        for (const [company, report, picture] of placesOf(odd, id))
          expect(await store.read(company, report, picture)).toBeUndefined();
        await expect(store.remove(odd, id)).resolves.toBeUndefined();
        await expect(store.remove(id, odd)).resolves.toBeUndefined();
      },
    );
  });
}

function placesOf(odd: string, id: string): readonly (readonly [string, string, string])[] {
  return [
    [odd, id, id],
    [id, odd, id],
    [id, id, odd],
  ];
}
