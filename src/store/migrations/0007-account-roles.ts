// SPDX-License-Identifier: Apache-2.0
import type { Migration } from './migration.ts';

/** What accounts may do. The oldest one is the operator's own: it was made at the first start. */
export const accountRoles: Migration = {
  name: '0007-account-roles',
  async apply(db) {
    await db.schema
      .alterTable('accounts')
      .addColumn('role', 'text', (column) => column.notNull().defaultTo('user'))
      .execute();
    await db.schema
      .alterTable('accounts')
      .addColumn('company_id', 'text', (column) => column.references('companies.id'))
      .execute();
    const oldest = db.selectFrom('accounts').select('id').orderBy('created_at_ms').orderBy('id').limit(1);
    await db.updateTable('accounts').set({ role: 'administrator' }).where('id', 'in', oldest).execute();
  },
};
