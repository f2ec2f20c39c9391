// SPDX-License-Identifier: Apache-2.0
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { toSqliteFailure } from './sqlite-failure.ts';
import { type SqliteThread, startSqliteThread } from './start-sqlite-thread.ts';

/** Kysely's SQLite with the database on a thread of its own. Kysely lends its one connection to one caller at a time. */
export function createSqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => createDriver(path),
  };
}

function createDriver(path: string): Driver {
  let thread: SqliteThread | undefined;
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      if (!thread) throw new Error('The database is closed.');
      const { rows, changes } = await thread.run(sql, parameters).catch((error: unknown) => {
        throw toSqliteFailure(error);
      });
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    streamQuery() {
      throw new Error('Results are not streamed between threads.');
    },
  };
  const say = async (sql: string) => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  return {
    async init() {
      thread = await startSqliteThread(path);
    },
    acquireConnection: async () => connection,
    // A transaction that begins by reading could not become a writer while another process writes.
    beginTransaction: () => say('begin immediate'),
    commitTransaction: () => say('commit'),
    rollbackTransaction: () => say('rollback'),
    releaseConnection: async () => undefined,
    async destroy() {
      await thread?.close();
      thread = undefined;
    },
  };
}
