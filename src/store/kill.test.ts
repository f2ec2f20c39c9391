// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDataFolder } from '../../test/fixtures/data-folder.ts';
import { canRun } from '../../test/fixtures/guards.ts';
import { findPostgres, startPostgres } from '../../test/fixtures/postgres.ts';
import { createSampleRecord } from '../../test/fixtures/sample-record.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const log = { warn: () => undefined };
const PROGRAM = new URL('../../test/fixtures/keep-records.ts', import.meta.url).pathname;

/** A process that keeps records; `kept` grows by every id it says is kept. */
interface Writer {
  readonly process: ChildProcess;
  readonly firstKept: Promise<unknown>;
}

function startWriter(dataDir: string, kept: Set<string>): Writer {
  const child = spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (id) => kept.add(id));
  return { process: child, firstKept: once(lines, 'line') };
}

async function kill({ process }: Writer): Promise<void> {
  if (process.exitCode !== null) throw new Error(`A writer ended by itself with ${process.exitCode}`);
  const closed = once(process, 'close');
  process.kill('SIGKILL');
  await closed;
}

async function countLost(store: Store, kept: ReadonlySet<string>): Promise<number> {
  const found = await Promise.all([...kept].map((id) => store.analyses.find(id)));
  return found.filter((record) => record === undefined).length;
}

describe('SQLite', () => {
  /** Each one starts a process: half a second of a core. */
  const kills = process.env['OPENDERM_TEST_NO_SKIPS'] === '1' ? 50 : 20;

  it(`loses nothing that was kept when a writer is killed, ${kills} times beside another`, async () => {
    await using folder = await createDataFolder();
    const kept = new Set<string>();
    const writers = [startWriter(folder.path, kept), startWriter(folder.path, kept)];
    for (let killed = 0; killed < kills; killed += 1) {
      writers.push(startWriter(folder.path, kept));
      const oldest = writers.shift();
      if (!oldest) throw new Error('Expected a writer');
      await oldest.firstKept;
      // Another moment of a commit each time.
      await sleep((killed * 7) % 23);
      await kill(oldest);
    }
    await Promise.all(writers.map(kill));
    const store = await openStore({ dataDir: folder.path, log });
    const [lost, count] = [await countLost(store, kept), await store.analyses.count()];
    await store.close();
    expect(lost).toBe(0);
    expect(kept.size).toBeGreaterThan(kills);
    // Kept, but killed before it could say so: at most three for each writer.
    expect(count - kept.size).toBeGreaterThanOrEqual(0);
    expect(count - kept.size).toBeLessThanOrEqual(3 * (kills + 2));
    expect(checkIntegrity(folder.path)).toEqual([{ integrity_check: 'ok' }]);
  }, 600_000);

  it('frees the data folder of a server that was killed', async () => {
    await using folder = await createDataFolder();
    const script = `
      const { lockDataFolder } = await import(${JSON.stringify(new URL('./data-folder-lock.ts', import.meta.url))});
      await lockDataFolder(${JSON.stringify(folder.path)});
      console.log('locked');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await expect(lockDataFolder(folder.path)).rejects.toMatchObject({
      name: 'DataFolderTakenError',
      holderPid: holder.pid,
      message: expect.stringContaining(`process ${holder.pid}) is using the data folder ${folder.path}`),
    });
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const lock = await lockDataFolder(folder.path);
    await lock.release();
  });
});

function checkIntegrity(dataDir: string): readonly unknown[] {
  const database = new DatabaseSync(join(dataDir, 'openderm.db'));
  const rows = database.prepare('pragma integrity_check').all();
  database.close();
  return rows.map((row) => ({ ...row }));
}

const found = findPostgres();

describe.runIf(canRun('postgres', found.missing))('Postgres', () => {
  const kills = 5;

  it(`loses nothing that was kept when the database is killed, ${kills} times, and goes on by itself`, async () => {
    await using folder = await createDataFolder();
    await using opened = new AsyncDisposableStack();
    const server = opened.adopt(await startPostgres(found), ({ stop }) => stop());
    const databaseUrl = await server.createDatabase();
    const store = await openStore({ dataDir: folder.path, databaseUrl, log });
    opened.defer(() => store.close());
    const kept = new Set<string>();
    for (let killed = 0; killed < kills; killed += 1) {
      const before = kept.size;
      const writing = [keepUntilRefused(store, kept), keepUntilRefused(store, kept)];
      await expect.poll(() => kept.size, { interval: 5 }).toBeGreaterThan(before + 1);
      await sleep(killed * 17);
      await server.kill();
      await Promise.all(writing);
      // Also while it is handed connections whose end has not been noticed.
      await expect(store.ping()).rejects.toMatchObject({ code: 'notReady' });
      await expect(store.ping()).rejects.toMatchObject({ code: 'notReady', details: { retryAfterS: 5 } });
      await server.start();
    }
    expect(await countLost(store, kept)).toBe(0);
    expect(kept.size).toBeGreaterThan(kills);
  }, 600_000);
});

async function keepUntilRefused(store: Store, kept: Set<string>): Promise<void> {
  for (;;) {
    const record = createSampleRecord();
    try {
      await store.analyses.keep(record);
    } catch (error) {
      expect(error).toMatchObject({ code: 'notReady' });
      return;
    }
    kept.add(record.id);
  }
}
