// SPDX-License-Identifier: Apache-2.0
import { AdminReportsQuery, AdminReportsResponse } from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { ListCompanyReports } from '../../device/list-company-reports.ts';
import { DeviceError } from '../../errors.ts';
import type { App } from '../app.ts';
import type { RequireToken } from '../require-token.ts';
import { adminSchema, readErrors } from './admin-schema.ts';
import { companyIdOf, companyPath } from './company-path.ts';

export interface AdminReportsDependencies {
  readonly requireAdministrator: RequireToken;
  readonly listCompanyReports: ListCompanyReports;
}

/** That reports are there. What they found is for the company alone. */
export function routeAdminReports(app: App, dependencies: AdminReportsDependencies): void {
  const { requireAdministrator: onRequest, listCompanyReports } = dependencies;
  app.withTypeProvider<FastifyTypeProviderDefault>().get(`${companyPath}/reports`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminReports',
      summary: 'The reports of a company: when, of what, under which id',
      querystring: AdminReportsQuery,
      response: { 200: AdminReportsResponse, ...readErrors },
    },
    handler: async (request) => {
      const { before } = request.query as Readonly<Record<string, unknown>>;
      if (before !== undefined && typeof before !== 'string') throw new DeviceError('notFound');
      const { reports, next } = await listCompanyReports(companyIdOf(request), before);
      return {
        next,
        reports: reports.map(({ encryptedId, createdAtMs, bodySite, softwareVersion }) => ({
          id: encryptedId,
          createdAt: new Date(createdAtMs).toISOString(),
          bodySite,
          softwareVersion,
        })),
      };
    },
  });
}
