// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Account } from '../../record/account.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { AccountRow, Tables } from '../tables.ts';
import type { AccountStore } from './account-store.ts';

export function createSqlAccountStore(db: Kysely<Tables>): AccountStore {
  const find = async (column: 'id' | 'email', value: string) => {
    if (!isStorableText(value)) return undefined;
    const row = await db.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst();
    return row && toAccount(row);
  };
  return {
    add: (account) => addAccount(db, account),
    findByEmail: (email) => find('email', email.toLowerCase()),
    findById: (id) => find('id', id),
    async list() {
      const rows = await db
        .selectFrom('accounts')
        .selectAll()
        .orderBy('created_at_ms')
        .orderBy('id')
        .execute();
      return rows.map(toAccount);
    },
    async changePassword(email, passwordHash, changedAtMs) {
      if (!isStorableText(email)) return false;
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ password_hash: passwordHash, password_changed_at_ms: changedAtMs })
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async changeStanding(email, { role, companyId }) {
      if (!isStorableText(email)) return false;
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ role, company_id: companyId })
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async renewHash(id, { from, to }) {
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ password_hash: to })
        .where('id', '=', id)
        .where('password_hash', '=', from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async remove(email) {
      if (!isStorableText(email)) return false;
      const { numDeletedRows } = await db
        .deleteFrom('accounts')
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

/** The database decides who was first, so that two replicas cannot both add the address. */
async function addAccount(db: Kysely<Tables>, account: Account): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accounts')
    .values(toRow(account))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function toRow(account: Account): AccountRow {
  return {
    id: account.id,
    email: account.email.toLowerCase(),
    password_hash: account.passwordHash,
    created_at_ms: account.createdAtMs,
    password_changed_at_ms: account.passwordChangedAtMs,
    role: account.role,
    company_id: account.companyId,
  };
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    email: row.email,
    passwordHash: row.password_hash,
    createdAtMs: row.created_at_ms,
    passwordChangedAtMs: row.password_changed_at_ms,
    role: row.role,
    companyId: row.company_id,
  };
}
