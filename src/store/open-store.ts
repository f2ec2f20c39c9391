// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { type Dialect, Kysely, sql } from 'kysely';
import { DeviceError } from '../errors.ts';
import { createSqlAccountStore } from './accounts/sql-account-store.ts';
import { createSqlAnalysisStore } from './analyses/sql-analysis-store.ts';
import { createSqlAssessmentStore } from './assessments/sql-assessment-store.ts';
import { createSqlAuditStore } from './audit/sql-audit-store.ts';
import { createSqlCompanyStore } from './companies/sql-company-store.ts';
import { createWatchCompanies } from './companies/watch-companies.ts';
import { createSqlDraftStore } from './drafts/sql-draft-store.ts';
import { createSqlErasureStore } from './erasures/sql-erasure-store.ts';
import { createSqlIdempotencyStore } from './idempotency/sql-idempotency-store.ts';
import { type DatabaseKind, runMigrations } from './migrations/run-migrations.ts';
import { prepareDataFolder, preparePrivateFile } from './prepare-data-folder.ts';
import { createSqlReportStore } from './reports/sql-report-store.ts';
import { createSqlSecretStore } from './secrets/sql-secret-store.ts';
import { createSqliteDialect } from './sqlite/create-sqlite-dialect.ts';
import type { Store } from './store.ts';
import type { StoreLog } from './store-log.ts';
import type { Tables } from './tables.ts';
import { warnIfNotDurable } from './warn-if-not-durable.ts';
import { createSqlDeliveryStore } from './webhooks/sql-delivery-store.ts';
import { createSqlWebhookStore } from './webhooks/sql-webhook-store.ts';
import { createWatchWebhooks } from './webhooks/watch-webhooks.ts';

export interface StoreOptions {
  /** Made if missing; holds the SQLite file. */
  readonly dataDir: string;
  /** `postgres://...`; empty or absent: SQLite in the data folder. */
  readonly databaseUrl?: string | undefined;
  readonly log: StoreLog;
}

const SQLITE_FILE = 'openderm.db';

/**
 * The store, with its schema up to date. Several processes may have it open, on either database.
 * @throws Error when the database cannot be reached or opened, or was written by a newer release
 */
export async function openStore({ dataDir, databaseUrl, log }: StoreOptions): Promise<Store> {
  const kind = databaseUrl ? 'postgres' : 'sqlite';
  const dialect = databaseUrl ? await connect(databaseUrl, log) : await openDataFolder(dataDir);
  const db = new Kysely<Tables>({ dialect });
  try {
    await runMigrations(db, kind);
    if (kind === 'postgres') await warnIfNotDurable(db, log);
  } catch (error) {
    await db.destroy();
    throw new Error(inWords(kind, dataDir, error), { cause: error });
  }
  return createStore(db, kind);
}

/** The driver is loaded by those who use it. */
async function connect(databaseUrl: string, log: StoreLog): Promise<Dialect> {
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(databaseUrl, log);
}

async function openDataFolder(dataDir: string): Promise<Dialect> {
  const path = join(dataDir, SQLITE_FILE);
  await prepareDataFolder(dataDir);
  await preparePrivateFile(path);
  return createSqliteDialect(path);
}

/** The address of a database holds its password: messages leave it out. */
function inWords(kind: DatabaseKind, dataDir: string, error: unknown): string {
  const where = kind === 'postgres' ? 'the Postgres database' : join(dataDir, SQLITE_FILE);
  const reason = error instanceof DeviceError ? error.cause : error;
  return `Cannot open ${where}: ${reason instanceof Error ? reason.message : String(reason)}`;
}

function createStore(db: Kysely<Tables>, kind: DatabaseKind): Store {
  return {
    accounts: createSqlAccountStore(db),
    analyses: createSqlAnalysisStore(db),
    assessments: createSqlAssessmentStore(db),
    audit: createSqlAuditStore(db),
    companies: createSqlCompanyStore(db),
    drafts: createSqlDraftStore(db),
    watchCompanies: createWatchCompanies(db),
    watchWebhooks: createWatchWebhooks(db),
    deliveries: createSqlDeliveryStore(db, kind),
    idempotency: createSqlIdempotencyStore(db),
    erasures: createSqlErasureStore(db, kind),
    reports: createSqlReportStore(db),
    secrets: createSqlSecretStore(db),
    webhooks: createSqlWebhookStore(db),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
