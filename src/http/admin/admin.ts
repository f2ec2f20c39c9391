// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { SafeRetries } from '../../device/safe-retries.ts';
import type { App } from '../app.ts';
import type { ReceiveOptions } from '../body/receive-chunks.ts';
import { toErrorSchemas } from '../error-schemas.ts';
import { accountOf, createRequireToken, type FindTokenHolder } from '../require-token.ts';
import { allowRetries } from '../retries/allow-retries.ts';
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
  readonly safeRetries: SafeRetries;
  readonly limits: ReceiveOptions;
}

/** Everything under `/v1/admin`, for administrators and nobody else. */
export function routeAdmin(app: App, { findAdministrator, ...desks }: AdminDependencies): void {
  const dependencies = { ...desks, requireAdministrator: createRequireToken(findAdministrator) };
  routeAdminKeys(app, dependencies);
  routeAdminReports(app, dependencies);
  routeAdminWebhooks(app, dependencies);
  routeAdminAudit(app, dependencies);
  routeAdminAccounts(app, dependencies);
  // What tells no secret may be asked for again.
  app.register(async (scope: App) => {
    const ownerOf = (request: FastifyRequest) => `account ${accountOf(request)}`;
    allowRetries(scope, { ...desks, ownerOf, toSchemas: toErrorSchemas });
    routeAdminCompanies(scope, dependencies);
    routeAdminDeliveries(scope, dependencies);
  });
}
