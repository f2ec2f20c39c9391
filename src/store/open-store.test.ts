// SPDX-License-Identifier: Apache-2.0
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDataFolder, type DataFolder } from '../../test/fixtures/data-folder.ts';
import { canRun } from '../../test/fixtures/guards.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../test/fixtures/postgres.ts';
import { createSampleRecord } from '../../test/fixtures/sample-record.ts';
import { openStore } from './open-store.ts';
import { testStore } from './store.suite.ts';
import type { Store } from './store.ts';

const opened: Store[] = [];
const warnings: string[] = [];
const log = { warn: (_: object, message: string) => void warnings.push(message) };

async function open(dataDir: string, databaseUrl?: string): Promise<Store> {
  const store = await openStore({ dataDir, databaseUrl, log });
  opened.push(store);
  return store;
}

/** Opening takes a thread or connections: what one test has opened serves the next. */
function lend(openOne: () => Promise<Store>): { openStore(): Promise<Store>; takeBack(): void } {
  const stores: Promise<Store>[] = [];
  let lent = 0;
  return {
    openStore() {
      const store = stores[lent] ?? openOne();
      stores[lent] = store;
      lent += 1;
      return store;
    },
    takeBack() {
      lent = 0;
    },
  };
}

let folder: DataFolder;
beforeAll(async () => {
  folder = await createDataFolder();
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await folder[Symbol.asyncDispose]();
});

describe('SQLite', () => {
  const { openStore: openLent, takeBack } = lend(() => open(folder.path));
  afterEach(takeBack);

  testStore({
    openStore: openLent,
    openTogether: (times) => Promise.all(Array.from({ length: times }, () => open(join(folder.path, 'new')))),
  });

  it('is read by nobody but its owner', async () => {
    const store = await open(join(folder.path, 'private'));
    await store.analyses.keep(createSampleRecord());
    const names = await readdir(join(folder.path, 'private'));
    const paths = names.map((name) => join(folder.path, 'private', name));
    const modes = await Promise.all(paths.map(async (path) => (await stat(path)).mode & 0o777));
    expect(names).toContain('openderm.db-wal');
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect((await stat(join(folder.path, 'private'))).mode & 0o777).toBe(0o700);
  });

  it('says which file it cannot read', async () => {
    const dataDir = join(folder.path, 'damaged');
    await mkdir(dataDir);
    await writeFile(
      join(dataDir, 'openderm.db'),
      'not a database, but long enough to look like one'.repeat(50),
    );
    await expect(open(dataDir)).rejects.toThrow(
      `Cannot open ${join(dataDir, 'openderm.db')}: file is not a database`,
    );
  });

  it('leaves a database of a newer release alone', async () => {
    const dataDir = join(folder.path, 'newer');
    await (await open(dataDir)).close();
    const database = new DatabaseSync(join(dataDir, 'openderm.db'));
    database.exec("insert into schema_versions (name) values ('9999-of-tomorrow')");
    database.close();
    await expect(open(dataDir)).rejects.toThrow('was written by a newer release (9999-of-tomorrow)');
  });
});

const found = findPostgres();

describe.runIf(canRun('postgres', found.missing))('Postgres', () => {
  let server: PostgresServer;
  let databaseUrl: string;

  beforeAll(async () => {
    server = await startPostgres(found);
    databaseUrl = await server.createDatabase();
  });
  afterAll(async () => {
    for (const store of opened) await store.close();
    await server.stop();
  });

  const { openStore: openLent, takeBack } = lend(() => open(folder.path, databaseUrl));
  afterEach(takeBack);

  testStore({
    openStore: openLent,
    async openTogether(times) {
      const url = await server.createDatabase();
      return Promise.all(Array.from({ length: times }, () => open(folder.path, url)));
    },
  });

  it('warns of a server that may forget', async () => {
    warnings.length = 0;
    await open(folder.path, databaseUrl);
    expect(warnings).toEqual(['Postgres runs with fsync off: a power cut may lose answered analyses']);
  });
});

describe('a Postgres that cannot be reached', () => {
  it('is named without its password', async () => {
    const error = await open(folder.path, 'postgres://ana:s3cret@127.0.0.1:1/openderm').catch(
      (thrown) => thrown,
    );
    expect(error.message).toContain('Cannot open the Postgres database');
    expect(error.message).not.toContain('s3cret');
  });
});
