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
    change: (id, edit) => changeCompany(db, id, edit),
    async list() {
      const oldestFirst = db.selectFrom('companies').selectAll().orderBy('created_at_ms').orderBy('id');
      return (await oldestFirst.execute()).map(toCompany);
    },
    ...createSqlTokens(db, find),
    ...createSqlAppKeys(db),
  };
}

/** Compares before it writes: two at once do not overwrite each other. */
async function changeCompany(
  db: Kysely<Tables>,
  id: string,
  edit: (company: Company) => Company,
): Promise<Company | undefined> {
  if (!isStorableText(id)) return undefined;
  for (;;) {
    const row = await db.selectFrom('companies').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    const edited = edit(toCompany(row));
    assertStorableText(edited.name);
    const { name, settings } = toRow(edited);
    const { numUpdatedRows } = await db
      .updateTable('companies')
      .set({ name, settings })
      .where('id', '=', id)
      .where('name', '=', row.name)
      .where('settings', '=', row.settings)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) return { ...edited, id, createdAtMs: row.created_at_ms };
  }
}

function toRow({ id, name, createdAtMs, ...settings }: Company): CompanyRow {
  return { id, name, created_at_ms: createdAtMs, settings: JSON.stringify(settings) };
}

function toCompany({ id, name, created_at_ms: createdAtMs, settings }: CompanyRow): Company {
  const rest: Omit<Company, 'id' | 'name' | 'createdAtMs'> = JSON.parse(settings);
  return { ...rest, id, name, createdAtMs };
}
