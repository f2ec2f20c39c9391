// SPDX-License-Identifier: Apache-2.0
import { parentPort } from 'node:worker_threads';
import { openSqlite, type SqliteFile, StatementError, type StatementResult } from '../open-sqlite.ts';
import type { SqliteRequest, SqliteResponse, SqliteTask } from './sqlite-messages.ts';

/*
 * The thread that owns the database file. better-sqlite3 blocks its caller, and a durable commit waits for the disk:
 * 4 ms in the median and 26 ms at worst over 3,000 commits on a virtual disk, too long for the thread that serves HTTP.
 */

/** Another process (a command beside the server) holds the write lock for milliseconds. */
const LOCK_TIMEOUT_MS = 10_000;

const port = parentPort;
const nothing: StatementResult = { rows: [], changes: 0 };
let file: SqliteFile | undefined;

port?.on('message', ({ number, task }: SqliteRequest) => {
  port.postMessage(answer(number, task));
  // Without a port to listen to the thread has nothing left to do and ends.
  if (task.kind === 'close') port.close();
});

function answer(number: number, task: SqliteTask): SqliteResponse {
  try {
    return { number, result: fulfil(task) };
  } catch (error) {
    const code = error instanceof StatementError ? error.code : 'ERROR';
    return { number, failure: { message: error instanceof Error ? error.message : String(error), code } };
  }
}

function fulfil(task: SqliteTask): StatementResult {
  if (task.kind === 'open') return openDurably(task.path);
  if (task.kind === 'close') file?.close();
  else if (file) return file.run(task.sql, task.parameters);
  else throw new Error('The database is closed.');
  return nothing;
}

/**
 * A commit returns when the disk has it (FULL); readers and a second process do not wait for the writer (WAL). What is
 * deleted is overwritten with zeros: a patient who is erased must not be found in the file.
 */
function openDurably(path: string): StatementResult {
  file = openSqlite(path, { lockTimeoutMs: LOCK_TIMEOUT_MS });
  file.run('pragma journal_mode = wal', []);
  file.run('pragma synchronous = full', []);
  file.run('pragma foreign_keys = on', []);
  file.run('pragma secure_delete = on', []);
  return nothing;
}
