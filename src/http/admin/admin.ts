// SPDX-License-Identifier: Apache-2.0
import type { App } from '../app.ts';
import { createRequireToken, type FindTokenHolder } from '../require-token.ts';
import { type AdminAccountsDependencies, routeAdminAccounts } from './accounts.ts';
import { type AdminCompaniesDependencies, routeAdminCompanies } from './companies.ts';
import { type AdminKeysDependencies, routeAdminKeys } from './keys.ts';
import { type AdminReportsDependencies, routeAdminReports } from './reports.ts';

/** What the administrator's part of the hall is given. */
export interface AdminDesks {
  /** @throws DeviceError `unauthenticated`, `forbidden` */
  readonly findAdministrator: FindTokenHolder;
  readonly companyDesk: AdminCompaniesDependencies['companyDesk'] & AdminKeysDependencies['companyDesk'];
  readonly accountDesk: AdminAccountsDependencies['accountDesk'];
  readonly listCompanyReports: AdminReportsDependencies['listCompanyReports'];
}

export interface AdminDependencies extends AdminDesks {
  readonly receiveDocument: AdminCompaniesDependencies['receiveDocument'];
}

/** Everything under `/v1/admin`, for administrators and nobody else. */
export function routeAdmin(app: App, { findAdministrator, ...desks }: AdminDependencies): void {
  const dependencies = { ...desks, requireAdministrator: createRequireToken(findAdministrator) };
  routeAdminCompanies(app, dependencies);
  routeAdminKeys(app, dependencies);
  routeAdminReports(app, dependencies);
  routeAdminAccounts(app, dependencies);
}
