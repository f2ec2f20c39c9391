// SPDX-License-Identifier: Apache-2.0
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openSqlite, type SqliteFile, StatementError } from './open-sqlite.ts';
import { prepareDataFolder, preparePrivateFile } from './prepare-data-folder.ts';

/** Another server is using the data folder. The message is made to be printed as it is. */
export class DataFolderTakenError extends Error {
  readonly dataDir: string;
  /** Undefined when the other server has not written it yet. */
  readonly holderPid: number | undefined;

  constructor(dataDir: string, holderPid: number | undefined) {
    const holder = holderPid === undefined ? 'Another server' : `Another server (process ${holderPid})`;
    super(
      `${holder} is using the data folder ${dataDir}. Stop it, or give this one a data folder of its own.`,
    );
    this.name = 'DataFolderTakenError';
    this.dataDir = dataDir;
    this.holderPid = holderPid;
  }
}

export interface DataFolderLock {
  release(): Promise<void>;
}

const LOCK_FILE = 'server.lock';
/** Only for the message: the operating system holds the lock itself, and frees it however the server ends. */
const PID_FILE = 'server.pid';

/**
 * Takes the data folder for one server; commands that work beside it do not ask.
 * @throws DataFolderTakenError
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  const folder = resolve(dataDir);
  const pidFile = join(folder, PID_FILE);
  await prepareDataFolder(folder);
  await preparePrivateFile(join(folder, LOCK_FILE));
  const file = openSqlite(join(folder, LOCK_FILE), { lockTimeoutMs: 0 });
  if (!takeExclusively(file)) {
    file.close();
    throw new DataFolderTakenError(folder, await readPid(pidFile));
  }
  await preparePrivateFile(pidFile);
  await writeFile(pidFile, `${process.pid}\n`);
  return {
    async release() {
      await rm(pidFile, { force: true });
      file.close();
    },
  };
}

/** SQLite's own file locks work on every system; the transaction stays open and writes nothing. */
function takeExclusively(file: SqliteFile): boolean {
  try {
    file.run('begin exclusive', []);
    return true;
  } catch (error) {
    if (error instanceof StatementError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

async function readPid(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) ? pid : undefined;
}
