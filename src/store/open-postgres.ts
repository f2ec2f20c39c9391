// SPDX-License-Identifier: Apache-2.0
import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { isLineBroken, toPostgresFailure } from './postgres-failure.ts';
import type { StoreLog } from './store-log.ts';

/** Enough for the statements of one server; replicas add up, and Postgres allows 100 by default. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;
/** No statement here takes a second; one that hangs must not hold its request for ever. */
const QUERY_TIMEOUT_MS = 30_000;

/** Postgres sends 64-bit integers as text. Ours are times and counts, far below 2^53. */
const BIGINT_OID = 20;

/** A pool of connections to the database at a `postgres://` address; `notReady` while it cannot be reached. */
export function openPostgres(databaseUrl: string, log: StoreLog): Dialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'openderm',
    types: {
      getTypeParser: (oid, format) => (oid === BIGINT_OID ? Number : types.getTypeParser(oid, format)),
    },
  });
  // The pool replaces what breaks, and the query that was running fails. Unheard, the event would end the process; the
  // pool passes on only what happens to idle connections, so each needs a listener of its own.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ err: error }, 'lost a connection to Postgres'));
  });
  return new PostgresDialect({ pool: sayNotReady(pool) });
}

/** A database that cannot be reached, or goes away in the middle, is no fault of the request: it may come again. */
function sayNotReady(pool: Pool): PostgresPool {
  const connect = async (): Promise<PostgresPoolClient> => {
    try {
      return watch(await pool.connect());
    } catch (error) {
      throw toPostgresFailure(error);
    }
  };
  return { connect, end: () => pool.end(), options: pool.options };
}

/** Says in our own words what the database refuses, and gives back no connection on which an answer may still be coming. */
function watch(client: PoolClient): PostgresPoolClient {
  let isBroken = false;
  const ask = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, [...values]);
    } catch (error) {
      isBroken ||= isLineBroken(error);
      throw toPostgresFailure(error);
    }
  };
  // Whatever else Kysely asks of a connection goes to the connection itself.
  const watched: PoolClient = Object.create(client);
  return Object.assign(watched, {
    query: ask,
    release: (discard?: boolean) => client.release(discard || isBroken),
  });
}
