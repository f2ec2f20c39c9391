// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql } from 'kysely';
import type { StoreLog } from './store-log.ts';
import type { Tables } from './tables.ts';

/** Settings that make a Postgres server forget what it has acknowledged when the power fails. */
const durabilitySettings = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** The choice is the operator's; that it is one should be known. */
export async function warnIfNotDurable(db: Kysely<Tables>, log: StoreLog): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from pg_settings
    where setting = 'off' and name in (${sql.join([...durabilitySettings])})`.execute(db);
  if (rows.length === 0) return;
  const settings = rows.map(({ name }) => name);
  log.warn(
    { settings },
    `Postgres runs with ${settings.join(', ')} off: a power cut may lose answered analyses`,
  );
}
