// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Sets of condition slugs that packed conclusions refer to: a handful, as many as releases of the catalogue. */
export interface ConditionSets {
  /** The id of the set; kept when it is new. */
  keep(slugs: readonly string[]): Promise<string>;
  find(id: string): Promise<readonly string[]>;
}

export function createConditionSets(db: Kysely<Tables>): ConditionSets {
  const known = new Map<string, readonly string[]>();
  return {
    async keep(slugs) {
      const json = JSON.stringify(slugs);
      const id = createHash('sha256').update(json).digest('hex');
      if (known.has(id)) return id;
      await insertSet(db, id, json);
      known.set(id, slugs);
      return id;
    },
    async find(id) {
      const slugs = known.get(id) ?? (await readSet(db, id));
      known.set(id, slugs);
      return slugs;
    },
  };
}

async function insertSet(db: Kysely<Tables>, id: string, slugs: string): Promise<void> {
  await db
    .insertInto('condition_sets')
    .values({ id, slugs })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function readSet(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  const { slugs } = await db
    .selectFrom('condition_sets')
    .select('slugs')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const parsed: readonly string[] = JSON.parse(slugs);
  return parsed;
}
