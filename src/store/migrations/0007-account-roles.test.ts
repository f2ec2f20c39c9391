// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSqliteDialect } from '../sqlite/create-sqlite-dialect.ts';
import type { Tables } from '../tables.ts';
import { accountsAnalysesSecrets } from './0001-accounts-analyses-secrets.ts';
import { companiesReports } from './0003-companies-reports.ts';
import { accountRoles } from './0007-account-roles.ts';

const words = { blob: 'blob' } as const;
let folder: string;
let db: Kysely<Tables>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-roles-'));
  db = new Kysely<Tables>({ dialect: createSqliteDialect(join(folder, 'openderm.db')) });
  await accountsAnalysesSecrets.apply(db, words);
  await companiesReports.apply(db, words);
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true });
});

/** As releases before wrote it. */
async function addAccount(id: string, createdAtMs: number): Promise<void> {
  await sql`insert into accounts (id, email, password_hash, created_at_ms, password_changed_at_ms)
    values (${id}, ${`${id}@example.org`}, 'hash', ${createdAtMs}, ${createdAtMs})`.execute(db);
}

it('makes the oldest account of an existing house its administrator, and nobody else', async () => {
  await addAccount('b', 2);
  await addAccount('a', 3);
  await addAccount('c', 2);
  await accountRoles.apply(db, words);
  const rows = await db.selectFrom('accounts').select(['id', 'role', 'company_id']).orderBy('id').execute();
  expect(rows).toEqual([
    { id: 'a', role: 'user', company_id: null },
    { id: 'b', role: 'administrator', company_id: null },
    { id: 'c', role: 'user', company_id: null },
  ]);
});
