// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What the two databases call the same column. */
export interface ColumnWords {
  readonly blob: 'blob' | 'bytea';
}

/** One step of the schema. Once released a step is never changed: the next one corrects it. */
export interface Migration {
  /** Number and name of its file. */
  readonly name: string;
  apply(db: Kysely<Tables>, words: ColumnWords): Promise<void>;
}
