// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AuditEntry } from '../../record/audit-entry.ts';
import { keepWaiting } from '../audit/keep-waiting.ts';
import { isStorableText } from '../is-storable-text.ts';
import type { Tables } from '../tables.ts';
import type { CompanyStore } from './company-store.ts';
import { createSqlCompanyStore } from './sql-company-store.ts';

/** What was changed of a company. */
export type CompanyWrite = Pick<AuditEntry, 'companyId' | 'action' | 'object'>;

/** The same companies; whatever changes them keeps an entry in the same stroke. */
export type WatchCompanies = (toEntry: (write: CompanyWrite) => AuditEntry) => CompanyStore;

export function createWatchCompanies(db: Kysely<Tables>): WatchCompanies {
  const unwatched = createSqlCompanyStore(db);
  return (toEntry) => {
    const write = async <Result>(
      act: (companies: CompanyStore, note: (write: CompanyWrite) => Promise<void>) => Promise<Result>,
    ): Promise<Result> =>
      db
        .transaction()
        .execute((whole) =>
          act(createSqlCompanyStore(whole), (written) => keepWaiting(whole, [toEntry(written)])),
        );
    return { ...unwatched, ...watchSettings(write), ...watchKeys(write, db) };
  };
}

type Write = <Result>(
  act: (companies: CompanyStore, note: (write: CompanyWrite) => Promise<void>) => Promise<Result>,
) => Promise<Result>;

function watchSettings(write: Write): Pick<CompanyStore, 'add' | 'change'> {
  return {
    add: (company) =>
      write(async (companies, note) => {
        await companies.add(company);
        await note({ companyId: company.id, action: 'create', object: { kind: 'company', id: company.id } });
      }),
    change: (id, edit) =>
      write(async (companies, note) => {
        const changed = await companies.change(id, edit);
        if (changed) await note({ companyId: id, action: 'update', object: { kind: 'company', id } });
        return changed;
      }),
  };
}

function watchKeys(
  write: Write,
  db: Kysely<Tables>,
): Pick<CompanyStore, 'addToken' | 'revokeToken' | 'addAppKey'> {
  return {
    addToken: (token) =>
      write(async (companies, note) => {
        await companies.addToken(token);
        const object = { kind: 'token', id: token.id } as const;
        await note({ companyId: token.companyId, action: 'create', object });
      }),
    async revokeToken(id, atMs) {
      // Whose a token is never changes: it need not be asked in the same stroke.
      const companyId = await findOwner(db, id);
      if (companyId === undefined) return false;
      return write(async (companies, note) => {
        const isRevoked = await companies.revokeToken(id, atMs);
        if (isRevoked) await note({ companyId, action: 'delete', object: { kind: 'token', id } });
        return isRevoked;
      });
    },
    addAppKey: (key) =>
      write(async (companies, note) => {
        const outcome = await companies.addAppKey(key);
        const object = { kind: 'appKey', id: createHash('sha256').update(key.key).digest('hex') } as const;
        if (outcome === 'added') await note({ companyId: key.companyId, action: 'create', object });
        return outcome;
      }),
  };
}

async function findOwner(db: Kysely<Tables>, tokenId: string): Promise<string | undefined> {
  if (!isStorableText(tokenId)) return undefined;
  const token = db.selectFrom('api_tokens').select('company_id').where('id', '=', tokenId);
  return (await token.executeTakeFirst())?.company_id;
}
