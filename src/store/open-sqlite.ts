// SPDX-License-Identifier: Apache-2.0
import Database from 'better-sqlite3';

/** One open SQLite file. Every call blocks the thread it is made on, a commit for as long as the disk takes. */
export interface SqliteFile {
  /** @throws StatementError */
  run(sql: string, parameters: readonly unknown[]): StatementResult;
  close(): void;
}

export interface StatementResult {
  readonly rows: readonly unknown[];
  /** Rows inserted, changed or removed. */
  readonly changes: number;
}

/** The database refused a statement; `code` is SQLite's own, e.g. `SQLITE_BUSY`. */
export class StatementError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = 'StatementError';
    this.code = code;
  }
}

export interface SqliteOptions {
  /** How long a statement waits for another process that is writing. */
  readonly lockTimeoutMs: number;
}

/** Opens a file, or makes it. @throws StatementError when it cannot be opened, or is no database */
export function openSqlite(path: string, { lockTimeoutMs }: SqliteOptions): SqliteFile {
  const database = inWords(() => new Database(path, { timeout: lockTimeoutMs }));
  return {
    run: (sql, parameters) => inWords(() => runStatement(database.prepare(sql), parameters)),
    close: () => void database.close(),
  };
}

function runStatement(statement: Database.Statement, parameters: readonly unknown[]): StatementResult {
  if (statement.reader) return { rows: statement.all(...parameters), changes: 0 };
  return { rows: [], changes: statement.run(...parameters).changes };
}

/** Errors of the library carry their code where a copy between threads loses it. */
function inWords<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new StatementError(error.message, error.code);
    throw error;
  }
}
