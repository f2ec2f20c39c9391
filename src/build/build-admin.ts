// SPDX-License-Identifier: Apache-2.0
import { createAuthenticateAdministrator } from '../device/authenticate-administrator.ts';
import { createListCompanyReports } from '../device/list-company-reports.ts';
import type { Authenticate } from '../device/log-in.ts';
import { createAccountDesk } from '../device/manage-accounts.ts';
import { createCompanyDesk } from '../device/manage-companies.ts';
import type { PasswordHasher } from '../gate/password-hash.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import type { AdminDesks } from '../http/admin/admin.ts';
import type { Store } from '../store/store.ts';

export interface AdminParts {
  readonly store: Pick<Store, 'accounts' | 'companies' | 'reports' | 'secrets'>;
  readonly passwords: PasswordHasher;
  readonly authenticate: Authenticate;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
}

/** AES-256; the same secret as the reports' own. */
const secretBytes = 32;

/** What an administrator may ask for over HTTP: the same desks as on the command line. */
export async function buildAdmin({
  store,
  passwords,
  authenticate,
  clock,
  ids,
}: AdminParts): Promise<AdminDesks> {
  const { accounts, companies, reports, secrets } = store;
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  const newId = ids.create;
  return {
    findAdministrator: createAuthenticateAdministrator({ accounts, authenticate }),
    companyDesk: createCompanyDesk({ companies, clock, newId }),
    accountDesk: createAccountDesk({ accounts, companies, passwords, clock, newId }),
    listCompanyReports: createListCompanyReports({ companies, reports, sealedIds }),
  };
}
