// SPDX-License-Identifier: Apache-2.0
import { type Dialect, PostgresDialect, type PostgresPool } from 'kysely';
import { Pool, types } from 'pg';
import { DeviceError } from '../errors.ts';
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

/** Long enough for a server to restart, short enough for a client to wait. */
const RETRY_AFTER_S = 5;

/** A database that cannot be reached is no fault of the request: it may come again. */
function sayNotReady(pool: Pool): PostgresPool {
  const refuse = (cause: unknown) => {
    throw new DeviceError('notReady', { retryAfterS: RETRY_AFTER_S }, cause);
  };
  return { connect: () => pool.connect().catch(refuse), end: () => pool.end(), options: pool.options };
}
