// SPDX-License-Identifier: Apache-2.0
import type { Config } from '../config.ts';
import { createAuthenticateAdministrator } from '../device/authenticate-administrator.ts';
import { createListCompanyReports } from '../device/list-company-reports.ts';
import type { Authenticate } from '../device/log-in.ts';
import { createAccountDesk } from '../device/manage-accounts.ts';
import { createAuditDesk } from '../device/manage-audit.ts';
import { createCompanyDesk } from '../device/manage-companies.ts';
import type { PasswordHasher } from '../gate/password-hash.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import type { AdminDesks } from '../http/admin/admin.ts';
import type { Store } from '../store/store.ts';
import { buildWebhookDesks } from './build-webhooks.ts';
import type { Privacy } from './open-privacy.ts';
import { watchedCompanies } from './watched-companies.ts';

export interface AdminParts {
  readonly store: Store;
  readonly passwords: PasswordHasher;
  readonly authenticate: Authenticate;
  readonly privacy: Pick<Privacy, 'queue' | 'recordAccess'>;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
}

/** AES-256; the same secret as the reports' own. */
const secretBytes = 32;

/** What an administrator may ask for over HTTP: the same desks as on the command line. */
export async function buildAdmin(config: Config, parts: AdminParts): Promise<AdminDesks> {
  const { store, passwords, authenticate, clock, ids } = parts;
  const { accounts, companies, reports, secrets } = store;
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  const webhookDeskOf = await buildWebhookDesks(config, parts);
  const newId = ids.create;
  return {
    findAdministrator: createAuthenticateAdministrator({ accounts, authenticate }),
    companyDeskOf: (id) =>
      createCompanyDesk({
        companies: watchedCompanies(parts, { kind: 'account', id }),
        clock,
        newId,
      }),
    webhookDeskOf: (id) => webhookDeskOf({ kind: 'account', id }),
    accountDesk: createAccountDesk({ accounts, companies, passwords, clock, newId }),
    auditDesk: createAuditDesk(store),
    listCompanyReports: createListCompanyReports({ companies, reports, sealedIds }),
  };
}
