// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { StatementError, type StatementResult } from '../open-sqlite.ts';
import type { SqliteRequest, SqliteResponse, SqliteTask } from './sqlite-messages.ts';

/** A SQLite file on a thread of its own; statements run one after the other in the order of the calls. */
export interface SqliteThread {
  /** Resolves after a commit is on the disk. @throws StatementError */
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  close(): Promise<void>;
}

/** Opens the file, or makes it, on a new thread. @throws StatementError */
export async function startSqliteThread(path: string): Promise<SqliteThread> {
  const worker = new Worker(new URL('./sqlite-thread.ts', import.meta.url), { execArgv: [], env: {} });
  const ended = new Promise<unknown>((resolve) => worker.once('exit', resolve));
  const ask = connect(worker);
  const close = async () => {
    await ask({ kind: 'close' });
    await ended;
  };
  try {
    await ask({ kind: 'open', path });
  } catch (error) {
    await close();
    throw error;
  }
  return { run: (sql, parameters) => ask({ kind: 'run', sql, parameters }), close };
}

type Ask = (task: SqliteTask) => Promise<StatementResult>;
type Waiting = PromiseWithResolvers<StatementResult>;

function connect(worker: Worker): Ask {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let end: Error | undefined;
  worker.on('message', (response: SqliteResponse) => settle(waiting, response));
  worker.on('error', (error) => {
    end = error;
  });
  worker.on('exit', () => {
    end ??= new Error('The database is closed.');
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  });
  return (task) => {
    if (end) return Promise.reject(end);
    const number = ++asked;
    const settled = Promise.withResolvers<StatementResult>();
    waiting.set(number, settled);
    worker.postMessage({ number, task } satisfies SqliteRequest);
    return settled.promise;
  };
}

function settle(waiting: Map<number, Waiting>, response: SqliteResponse): void {
  const settled = waiting.get(response.number);
  waiting.delete(response.number);
  if ('result' in response) settled?.resolve(response.result);
  else settled?.reject(new StatementError(response.failure.message, response.failure.code));
}
