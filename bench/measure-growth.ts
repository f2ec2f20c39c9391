// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../src/catalogue/conditions.ts';
import type { AnalysisRecord, KeptDiagnosis } from '../src/record/analysis-record.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { createSampleDiagnosis } from '../test/fixtures/sample-diagnosis.ts';
import type { HelperProcess } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion, Target } from './load-process.ts';
import { medianOf } from './spread.ts';

/** What something costs, and what it costs when there is ten times as much of it. */
export interface Growth {
  readonly what: string;
  readonly unit: string;
  readonly once: number;
  readonly tenfold: number;
}

const FEW_IMAGES = 2;
const REPEATS = 5;

/** Cost for each photograph in a request with two of them and with twenty. */
export async function measureImageGrowth(
  load: HelperProcess<LoadQuestion, LoadAnswer>,
  target: Target,
): Promise<Growth> {
  const perImage = async (images: number) => {
    const { medianMs } = await load.ask({ kind: 'latency', target, times: REPEATS, images });
    return medianMs / images;
  };
  return {
    what: `a photograph, of ${FEW_IMAGES} and of ${FEW_IMAGES * 10} in a request`,
    unit: 'ms',
    once: await perImage(FEW_IMAGES),
    tenfold: await perImage(FEW_IMAGES * 10),
  };
}

/** Cost of keeping, finding and listing analyses among `count` and among ten times as many. */
export async function measureRecordGrowth(count: number): Promise<readonly Growth[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'openderm-bench-store-'));
  const store = await openStore({ dataDir, log: { warn: () => undefined } });
  try {
    const once = await measureStore(store, count);
    const tenfold = await measureStore(store, count * 10);
    const among = `among ${count} and ${count * 10}`;
    return [
      { what: `keep an analysis, ${among}`, unit: 'ms', once: once.keepMs, tenfold: tenfold.keepMs },
      { what: `find an analysis, ${among}`, unit: 'ms', once: once.findMs, tenfold: tenfold.findMs },
      { what: `list the newest ${LISTED}, ${among}`, unit: 'ms', once: once.listMs, tenfold: tenfold.listMs },
    ];
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true });
  }
}

const LISTED = 50;
const TIMED = 25;

async function measureStore({ analyses }: Store, upTo: number) {
  const missing = upTo - (await analyses.count());
  for (let added = 0; added < missing - TIMED; added++) await analyses.keep(createRecord());
  const kept = Array.from({ length: TIMED }, createRecord);
  return {
    keepMs: await medianMs(kept.map((record) => () => analyses.keep(record))),
    findMs: await medianMs(
      kept.map(
        ({ id }) =>
          () =>
            analyses.find(id),
      ),
    ),
    listMs: await medianMs(Array.from({ length: REPEATS }, () => () => analyses.list({ limit: LISTED }))),
  };
}

const diagnosis = createSampleDiagnosis(catalogue, 1);
const result: KeptDiagnosis = {
  ...diagnosis,
  images: diagnosis.images.map(({ heatMaps: _, ...kept }) => kept),
};

function createRecord(): AnalysisRecord {
  const id = randomUUID();
  return {
    id,
    accountId: randomUUID(),
    kind: 'diagnosis-support',
    createdAtMs: Date.now(),
    softwareVersion: 'bench',
    result: { ...result, id },
  };
}

async function medianMs(steps: readonly (() => Promise<unknown>)[]): Promise<number> {
  const times: number[] = [];
  for (const step of steps) {
    const beginMs = performance.now();
    await step();
    times.push(performance.now() - beginMs);
  }
  return medianOf(times);
}
