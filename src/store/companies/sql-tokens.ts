// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { ApiToken } from '../../record/company.ts';
import { assertStorableText } from '../assert-storable-text.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { ApiTokenRow, Tables } from '../tables.ts';
import type { CompanyStore } from './company-store.ts';

type TokenPart = Pick<CompanyStore, 'addToken' | 'findToken' | 'listTokens' | 'revokeToken'>;

/** The keys of companies' backends. */
export function createSqlTokens(db: Kysely<Tables>, findCompany: CompanyStore['find']): TokenPart {
  return {
    async addToken(token) {
      assertStorableText(token.name);
      await db.insertInto('api_tokens').values(toRow(token)).execute();
    },
    async findToken(secretHash) {
      const token = await findCurrent(db, secretHash);
      const company = token && (await findCompany(token.companyId));
      return token && company && { token, company };
    },
    async listTokens(companyId) {
      if (!isStorableText(companyId)) return [];
      const tokens = db.selectFrom('api_tokens').selectAll().where('company_id', '=', companyId);
      return (await tokens.orderBy('created_at_ms').orderBy('id').execute()).map(toToken);
    },
    revokeToken: (id, atMs) => revoke(db, id, atMs),
  };
}

async function findCurrent(db: Kysely<Tables>, secretHash: string): Promise<ApiToken | undefined> {
  if (!isStorableText(secretHash)) return undefined;
  const row = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .where('revoked_at_ms', 'is', null)
    .executeTakeFirst();
  return row && toToken(row);
}

async function revoke(db: Kysely<Tables>, id: string, atMs: number): Promise<boolean> {
  if (!isStorableText(id)) return false;
  const { numUpdatedRows } = await db
    .updateTable('api_tokens')
    .set({ revoked_at_ms: atMs })
    .where('id', '=', id)
    .where('revoked_at_ms', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function toRow({ id, companyId, name, secretHash, createdAtMs, revokedAtMs }: ApiToken): ApiTokenRow {
  return {
    id,
    company_id: companyId,
    name,
    secret_hash: secretHash,
    created_at_ms: createdAtMs,
    revoked_at_ms: revokedAtMs,
  };
}

function toToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    companyId: row.company_id,
    name: row.name,
    secretHash: row.secret_hash,
    createdAtMs: row.created_at_ms,
    revokedAtMs: row.revoked_at_ms,
  };
}
