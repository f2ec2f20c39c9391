// SPDX-License-Identifier: Apache-2.0
import { ErasedEnvelope } from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import Type from 'typebox';
import type { EraseReports } from '../../device/erase-reports.ts';
import type { App } from '../app.ts';
import { toEnvelopeSchemas } from '../error-schemas.ts';
import { prefixes } from './envelope-error.ts';
import { callerOf, needsApiToken, type RequireApiToken } from './require-api-token.ts';

export interface EraseReportRoutes {
  readonly requireApiToken: RequireApiToken;
  readonly eraseReports: Pick<EraseReports, 'eraseOne'>;
}

/** A company's backend erases one of its reports. */
export function routeEraseReport(app: App, { requireApiToken, eraseReports }: EraseReportRoutes): void {
  // Its only parameter is a text: there is nothing to validate that the seal does not.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  for (const { prefix, suffix } of prefixes) {
    routes.delete(`${prefix}/anonymous-diagnostic-reports/:encryptedId`, {
      onRequest: requireApiToken,
      schema: {
        tags: ['Reports'],
        operationId: `eraseAnonymousDiagnosticReport${suffix}`,
        summary: 'Erase a diagnostic report for good',
        description:
          'The report, its pictures, its scores in the course of the patient, what is on its way to webhooks, and answers kept for retries. The audit log keeps that there was one, by an internal id.',
        security: needsApiToken,
        params: Type.Object({ encryptedId: Type.String() }),
        response: { 200: ErasedEnvelope, ...toEnvelopeSchemas('unauthenticated', 'notFound') },
      },
      handler: async (request) => {
        const { encryptedId } = request.params as { readonly encryptedId: string };
        await eraseReports.eraseOne(callerOf(request), encryptedId);
        const message = 'Erased the diagnostic report.';
        return { success: true, message, data: null, errorCode: null };
      },
    });
  }
}
