// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { AppKey } from '../../record/company.ts';
import { assertStorableText } from '../assert-storable-text.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { AppKeyRow, Tables } from '../tables.ts';
import type { CompanyStore } from './company-store.ts';

type AppKeyPart = Pick<CompanyStore, 'addAppKey' | 'currentAppKey' | 'findAppKey'>;

/** The keys of companies' pages. */
export function createSqlAppKeys(db: Kysely<Tables>): AppKeyPart {
  return {
    addAppKey: (key) => addAppKey(db, key),
    async currentAppKey(companyId, nowMs) {
      if (!isStorableText(companyId)) return undefined;
      const keys = selectValid(db, nowMs).where('company_id', '=', companyId);
      const last = await keys.orderBy('expires_at_ms', 'desc').orderBy('key', 'desc').executeTakeFirst();
      return last && toAppKey(last);
    },
    async findAppKey(key, nowMs) {
      if (!isStorableText(key)) return undefined;
      const row = await selectValid(db, nowMs).where('key', '=', key).executeTakeFirst();
      return row && toAppKey(row);
    },
  };
}

/** The database decides who was first, so that two replicas cannot both register the key. */
async function addAppKey(db: Kysely<Tables>, key: AppKey): Promise<'added' | 'taken'> {
  assertStorableText(key.key);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('app_keys')
    .values(toRow(key))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? 'added' : 'taken';
}

function selectValid(db: Kysely<Tables>, nowMs: number) {
  return db.selectFrom('app_keys').selectAll().where('expires_at_ms', '>', nowMs).limit(1);
}

function toRow({ key, companyId, createdAtMs, expiresAtMs }: AppKey): AppKeyRow {
  return { key, company_id: companyId, created_at_ms: createdAtMs, expires_at_ms: expiresAtMs };
}

function toAppKey(row: AppKeyRow): AppKey {
  return {
    key: row.key,
    companyId: row.company_id,
    createdAtMs: row.created_at_ms,
    expiresAtMs: row.expires_at_ms,
  };
}
