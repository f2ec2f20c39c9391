// SPDX-License-Identifier: Apache-2.0
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataFolder } from '../../../test/fixtures/data-folder.ts';
import { openSqlite, type SqliteFile } from '../open-sqlite.ts';
import { toSqliteFailure } from './sqlite-failure.ts';

async function openTwice(): Promise<AsyncDisposable & { readonly files: readonly [SqliteFile, SqliteFile] }> {
  const folder = await createDataFolder();
  await mkdir(folder.path);
  const open = () => openSqlite(join(folder.path, 'test.db'), { lockTimeoutMs: 1 });
  const files = [open(), open()] as const;
  files[0].run('create table kept (bytes blob not null)', []);
  return {
    files,
    async [Symbol.asyncDispose]() {
      for (const file of files) file.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

function failureOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return toSqliteFailure(error);
  }
  throw new Error('Expected a refusal');
}

describe('what SQLite refuses', () => {
  it('is that there is no more space', async () => {
    await using opened = await openTwice();
    const [file] = opened.files;
    file.run('pragma max_page_count = 10', []);
    const failure = failureOf(() => file.run('insert into kept values (zeroblob(1000000))', []));
    expect(failure).toMatchObject({ code: 'storageFull', details: { retryAfterS: 60 } });
  });

  it('is that somebody else is writing', async () => {
    await using opened = await openTwice();
    const [file, other] = opened.files;
    other.run('begin immediate', []);
    const failure = failureOf(() => file.run("insert into kept values ('x')", []));
    expect(failure).toMatchObject({ code: 'notReady', details: { retryAfterS: 5 } });
  });

  it('is passed on as it is where it is a fault of ours', async () => {
    await using opened = await openTwice();
    const failure = failureOf(() => opened.files[0].run('insert into kept values (null)', []));
    expect(failure).toMatchObject({ name: 'StatementError', code: 'SQLITE_CONSTRAINT_NOTNULL' });
  });
});
