// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import { isStorableText } from '../is-storable-text.ts';
import type { Tables } from '../tables.ts';
import type { NamedReport } from './report-store.ts';

/** Those that there are not. */
export async function findMissing(
  db: Kysely<Tables>,
  named: readonly NamedReport[],
): Promise<readonly NamedReport[]> {
  const ids = named.map(({ reportId }) => reportId).filter(isStorableText);
  if (ids.length === 0) return named;
  const rows = await db.selectFrom('reports').select(['id', 'company_id']).where('id', 'in', ids).execute();
  const there = new Set(rows.map(({ id, company_id }) => `${company_id}/${id}`));
  return named.filter(({ companyId, reportId }) => !there.has(`${companyId}/${reportId}`));
}
