// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Company } from '../../record/company.ts';
import { assertStorableText } from '../assert-storable-text.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { CompanyRow, Tables } from '../tables.ts';
import type { CompanyStore } from './company-store.ts';
import { createSqlAppKeys } from './sql-app-keys.ts';
import { createSqlTokens } from './sql-tokens.ts';

export function createSqlCompanyStore(db: Kysely<Tables>): CompanyStore {
  const find = async (id: string) => {
    if (!isStorableText(id)) return undefined;
    const row = await db.selectFrom('companies').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toCompany(row);
  };
  return {
    async add(company) {
      assertStorableText(company.name);
      await db.insertInto('companies').values(toRow(company)).execute();
    },
    find,
    async list() {
      const oldestFirst = db.selectFrom('companies').selectAll().orderBy('created_at_ms').orderBy('id');
      return (await oldestFirst.execute()).map(toCompany);
    },
    ...createSqlTokens(db, find),
    ...createSqlAppKeys(db),
  };
}

function toRow({ id, name, createdAtMs, ...settings }: Company): CompanyRow {
  return { id, name, created_at_ms: createdAtMs, settings: JSON.stringify(settings) };
}

function toCompany({ id, name, created_at_ms: createdAtMs, settings }: CompanyRow): Company {
  const rest: Omit<Company, 'id' | 'name' | 'createdAtMs'> = JSON.parse(settings);
  return { ...rest, id, name, createdAtMs };
}
