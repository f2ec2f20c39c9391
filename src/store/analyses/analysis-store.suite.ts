// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSampleDiagnosis } from '../../../test/fixtures/sample-diagnosis.ts';
import { createSampleRecord, sampleCatalogue } from '../../../test/fixtures/sample-record.ts';
import type { AnalysisRecord } from '../../record/analysis-record.ts';
import type { Store } from '../store.ts';

/** What every analysis store does; `openStore` opens the same database again and again. */
export function testAnalysisStore(openStore: () => Promise<Store>): void {
  describe('analyses', () => {
    it.each([1, 2, 17])('come back as they were kept, with %i photographs', async (imageCount) => {
      const { analyses } = await openStore();
      const record = createSampleRecord({ imageCount });
      await analyses.keep(record);
      expect(await analyses.find(record.id)).toEqual(record);
      const fresh = await openStore();
      expect(await fresh.analyses.find(record.id)).toEqual(record);
    });

    it('keep whatever a title may hold, a long one too', async () => {
      const { analyses } = await openStore();
      const titles = ['', 'a\0b', 'half \ud800 a pair', '皮膚 👩🏽‍⚕️ ß', '\u202e"\\\n', 'é'.repeat(300_000)];
      const record = withTitles(createSampleRecord({ imageCount: titles.length }), titles);
      await analyses.keep(record);
      expect(await analyses.find(record.id)).toEqual(record);
    });

    it('keep no heat map, even when one is passed along', async () => {
      const { analyses } = await openStore();
      const record = createSampleRecord();
      await analyses.keep({ ...record, result: createSampleDiagnosis(sampleCatalogue, 1) });
      const kept = await analyses.find(record.id);
      expect(kept?.result.images[0]).toBeDefined();
      expect(kept?.result.images[0]).not.toHaveProperty('heatMaps');
    });

    it('keep a differential that names other conditions, or none', async () => {
      const { analyses } = await openStore();
      const record = createSampleRecord();
      const strange = [{ condition: 'of tomorrow', probability: 1 / 3, evidence: 'image' as const }];
      const [tomorrow, empty] = [strange, []].map((conclusions) => ({
        ...record,
        id: randomUUID(),
        result: { ...record.result, conclusions },
      }));
      for (const kept of [tomorrow, empty]) {
        if (!kept) throw new Error('Expected a record');
        await analyses.keep(kept);
        expect(await analyses.find(kept.id)).toEqual(kept);
      }
      expect((await analyses.list({ limit: 1000 })).find(({ id }) => id === empty?.id)?.top).toBeNull();
    });

    it('are never overwritten', async () => {
      const { analyses } = await openStore();
      const record = createSampleRecord();
      await analyses.keep(record);
      await expect(analyses.keep({ ...record, softwareVersion: '9.9.9' })).rejects.toThrow();
      expect(await analyses.find(record.id)).toEqual(record);
    });

    it('are kept by many at once', async () => {
      const stores = [await openStore(), await openStore()];
      const before = await stores[0]?.analyses.count();
      const records = Array.from({ length: 40 }, () => createSampleRecord());
      await Promise.all(records.map((record, index) => stores[index % 2]?.analyses.keep(record)));
      expect(await stores[0]?.analyses.count()).toBe((before ?? 0) + records.length);
    });

    it('are listed newest first, page by page, each once, also when made in the same millisecond', async () => {
      const { analyses } = await openStore();
      const atMs = Date.UTC(2030, 0, 1);
      const records = Array.from({ length: 23 }, (_, index) =>
        createSampleRecord({ createdAtMs: atMs + Math.floor(index / 4) }),
      );
      await Promise.all(records.map((record) => analyses.keep(record)));
      const listed = (await readPages(analyses)).filter(({ id }) =>
        records.some((record) => record.id === id),
      );
      expect(new Set(listed.map(({ id }) => id)).size).toBe(records.length);
      const times = listed.map(({ createdAtMs }) => createdAtMs);
      expect(times).toEqual(times.toSorted((left, right) => right - left));
    });

    it('are summed up in a line', async () => {
      const { analyses } = await openStore();
      const record = createSampleRecord({ imageCount: 3, createdAtMs: Date.UTC(2040, 0, 1) });
      await analyses.keep(withFirstInvalid(record));
      const [newest] = await analyses.list({ limit: 1 });
      const { result, ...rest } = record;
      const [top] = result.conclusions;
      expect(newest).toEqual({
        ...rest,
        imageCount: 3,
        validImageCount: 2,
        top: { condition: top?.condition, probability: expect.closeTo(top?.probability ?? 0, 6) },
      });
    });

    it('are erased for good, each by itself', async () => {
      const { analyses } = await openStore();
      const [gone, other] = [createSampleRecord({ imageCount: 1 }), createSampleRecord({ imageCount: 1 })];
      for (const record of [gone, other]) await analyses.keep(record);
      expect([await analyses.erase(gone.id), await analyses.erase(gone.id)]).toEqual([true, false]);
      expect(await (await openStore()).analyses.find(gone.id)).toBeUndefined();
      expect(await analyses.find(other.id)).toBeDefined();
    });

    it.each(['', 'nothing', 'a\0b', 'half \ud800 a pair'])('are not found by odd id %#', async (odd) => {
      const { analyses } = await openStore();
      expect(await analyses.erase(odd)).toBe(false);
      expect(await analyses.find(odd)).toBeUndefined();
      expect(await analyses.list({ limit: 5, after: odd })).toEqual([]);
    });
  });
}

async function readPages(analyses: Store['analyses']) {
  const pages = [await analyses.list({ limit: 5 })];
  for (let last = pages[0]?.at(-1); last; last = pages.at(-1)?.at(-1))
    pages.push(await analyses.list({ limit: 5, after: last.id }));
  return pages.flat();
}

function withTitles(record: AnalysisRecord, titles: readonly string[]): AnalysisRecord {
  const images = record.result.images.map((image, index) => ({ ...image, title: titles[index] ?? null }));
  return { ...record, result: { ...record.result, images } };
}

function withFirstInvalid(record: AnalysisRecord): AnalysisRecord {
  const images = record.result.images.map((image, index) => ({
    ...image,
    validity: { ...image.validity, isValid: index > 0 },
  }));
  return { ...record, result: { ...record.result, images } };
}
