// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createDataFolder } from '../../../test/fixtures/data-folder.ts';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import type { ReportMedia } from '../../record/report-record.ts';
import { createMediaFolder } from '../media/create-media-folder.ts';
import { openStore } from '../open-store.ts';

const PROGRAM = new URL('../../../test/fixtures/keep-reports.ts', import.meta.url).pathname;
const log = { warn: () => undefined };
/** Each one starts a process: half a second of a core. */
const kills = process.env['OPENDERM_TEST_NO_SKIPS'] === '1' ? 50 : 10;

interface Writer {
  readonly process: ChildProcess;
  readonly firstKept: Promise<unknown>;
}

function startWriter(parameters: readonly string[], kept: Set<string>): Writer {
  const child = spawn(process.execPath, [PROGRAM, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (id) => kept.add(id));
  return { process: child, firstKept: once(lines, 'line') };
}

async function kill({ process }: Writer): Promise<void> {
  const closed = once(process, 'close');
  process.kill('SIGKILL');
  await closed;
}

it(`no report is lost, and none lacks a picture, when its writer is killed ${kills} times`, async () => {
  await using folder = await createDataFolder();
  await using opened = new AsyncDisposableStack();
  const store = await openStore({ dataDir: folder.path, log });
  opened.defer(() => store.close());
  const company = createSampleCompany();
  await store.companies.add(company);
  const kept = new Set<string>();
  for (let killed = 0; killed < kills; killed += 1) {
    const writer = startWriter([folder.path, company.id], kept);
    await writer.firstKept;
    // Another moment of keeping each time: between files, before the row, within the commit.
    await sleep((killed * 7) % 23);
    await kill(writer);
  }
  const listed = await store.reports.list(company.id, 100_000);
  const found = new Set(listed.map(({ id }) => id));
  expect(kept.size).toBeGreaterThanOrEqual(kills);
  expect([...kept].filter((id) => !found.has(id))).toEqual([]);
  const media = createMediaFolder(folder.path);
  const isWhole = async (reportId: string, { id, sha256 }: ReportMedia) => {
    const bytes = await media.read(company.id, reportId, id);
    return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256;
  };
  for (const { id } of listed) {
    const images = (await store.reports.find(company.id, id))?.images ?? [];
    const whole = await Promise.all(images.map((each) => isWhole(id, each)));
    expect(whole).toEqual([true, true, true, true]);
  }
}, 600_000);
