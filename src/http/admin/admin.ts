// SPDX-License-Identifier: Apache-2.0
import type { App } from '../app.ts';
import { createRequireToken, type FindTokenHolder } from '../require-token.ts';
import { type AdminAccountsDependencies, routeAdminAccounts } from './accounts.ts';
import { type AdminAuditDependencies, routeAdminAudit } from './audit.ts';
import { type AdminCompaniesDependencies, routeAdminCompanies } from './companies.ts';
import { routeAdminDeliveries } from './deliveries.ts';
import { routeAdminKeys } from './keys.ts';
import { type AdminReportsDependencies, routeAdminReports } from './reports.ts';
import { type AdminWebhooksDependencies, routeAdminWebhooks } from './webhooks.ts';

/** What the administrator's part of the hall is given. */
export interface AdminDesks
  extends Pick<AdminCompaniesDependencies, 'companyDeskOf'>,
    Pick<AdminWebhooksDependencies, 'webhookDeskOf'>,
    Pick<AdminAccountsDependencies, 'accountDesk'>,
    Pick<AdminAuditDependencies, 'auditDesk'>,
    Pick<AdminReportsDependencies, 'listCompanyReports'> {
  /** @throws DeviceError `unauthenticated`, `forbidden` */
  readonly findAdministrator: FindTokenHolder;
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
  routeAdminWebhooks(app, dependencies);
  routeAdminDeliveries(app, dependencies);
  routeAdminAudit(app, dependencies);
  routeAdminAccounts(app, dependencies);
}
