// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { SecretStore } from './secret-store.ts';

export function createSqlSecretStore(db: Kysely<Tables>): SecretStore {
  return {
    async obtain(name, lengthBytes) {
      const bytes = (await find(db, name)) ?? (await make(db, name, lengthBytes));
      if (bytes.length === lengthBytes) return new Uint8Array(bytes);
      throw new Error(`The secret ${name} has ${bytes.length} bytes, expected ${lengthBytes}.`);
    },
  };
}

async function find(db: Kysely<Tables>, name: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('secrets').select('bytes').where('name', '=', name).executeTakeFirst();
  return row?.bytes;
}

/** Whoever comes second reads what the first has written. */
async function make(db: Kysely<Tables>, name: string, lengthBytes: number): Promise<Uint8Array> {
  await db
    .insertInto('secrets')
    .values({ name, bytes: randomBytes(lengthBytes) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { bytes } = await db
    .selectFrom('secrets')
    .select('bytes')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return bytes;
}
