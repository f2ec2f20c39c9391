// SPDX-License-Identifier: Apache-2.0
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { accountsAnalysesSecrets } from './0001-accounts-analyses-secrets.ts';
import { assessments } from './0002-assessments.ts';
import { companiesReports } from './0003-companies-reports.ts';
import { privacy } from './0004-privacy.ts';
import { webhooks } from './0005-webhooks.ts';
import { idempotency } from './0006-idempotency.ts';
import { accountRoles } from './0007-account-roles.ts';
import { drafts } from './0008-drafts.ts';
import { assessmentsBySubject } from './0009-assessments-by-subject.ts';
import type { ColumnWords, Migration } from './migration.ts';

/** In the order in which they are applied. */
const migrations: readonly Migration[] = [
  accountsAnalysesSecrets,
  assessments,
  companiesReports,
  privacy,
  webhooks,
  idempotency,
  accountRoles,
  drafts,
  assessmentsBySubject,
];

export type DatabaseKind = 'sqlite' | 'postgres';

const columnWords: Readonly<Record<DatabaseKind, ColumnWords>> = {
  sqlite: { blob: 'blob' },
  postgres: { blob: 'bytea' },
};

/** Any number will do, as long as every release takes the same one: the first bytes of "openderm". */
const POSTGRES_LOCK = 0x6f70656e;

/**
 * Brings the schema up to date, or leaves it as it was: all steps are one transaction. Processes that start together
 * wait for each other.
 * @throws Error when the database was written by a newer release
 */
export async function runMigrations(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // SQLite's transactions begin by taking the write lock; Postgres needs a lock of its own to exclude others.
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${POSTGRES_LOCK})`.execute(transaction);
    const applied = await readApplied(transaction);
    assertKnown(applied);
    const missing = migrations.filter(({ name }) => !applied.includes(name));
    for (const migration of missing) await applyMigration(migration, transaction, columnWords[kind]);
  });
}

async function readApplied(db: Transaction<Tables>): Promise<readonly string[]> {
  await db.schema
    .createTable('schema_versions')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .execute();
  const rows = await db.selectFrom('schema_versions').select('name').execute();
  return rows.map(({ name }) => name);
}

function assertKnown(applied: readonly string[]): void {
  const unknown = applied.filter((name) => migrations.every((migration) => migration.name !== name));
  if (unknown.length === 0) return;
  throw new Error(`The database was written by a newer release (${unknown.join(', ')}); start that one.`);
}

async function applyMigration(
  migration: Migration,
  db: Transaction<Tables>,
  words: ColumnWords,
): Promise<void> {
  await migration.apply(db, words);
  await db.insertInto('schema_versions').values({ name: migration.name }).execute();
}
