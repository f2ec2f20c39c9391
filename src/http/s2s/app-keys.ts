// SPDX-License-Identifier: Apache-2.0
import { AppKeyRequest, AppKeyResponse } from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { RegisterAppKey } from '../../device/register-app-key.ts';
import { DeviceError } from '../../errors.ts';
import type { App } from '../app.ts';
import type { ReceiveDocument } from '../document-intake.ts';
import { toEnvelopeSchemas } from '../error-schemas.ts';
import { createReadDocument } from '../read-document.ts';
import { readIssued } from '../read-issued.ts';
import { sendJsonPieces } from '../send-json-pieces.ts';
import { prefixes } from './envelope-error.ts';
import { callerOf, needsApiToken, type RequireApiToken } from './require-api-token.ts';

export interface AppKeysDependencies {
  readonly requireApiToken: RequireApiToken;
  readonly receiveDocument: ReceiveDocument;
  readonly registerAppKey: RegisterAppKey;
}

const errors = toEnvelopeSchemas(
  'unauthenticated',
  'bodyTooLarge',
  'bodyTooSlow',
  'wrongContentType',
  'invalidRequest',
  'malformedJson',
  'appKeyTaken',
  'queueFull',
);

/** A valid request. The time is far away so that it stays one. */
const example: AppKeyRequest = {
  appKey: 'Exampl3Key'.repeat(7),
  expiresAt: '2099-12-31T23:59:59+00:00',
};

/** A company's backend says which key its page will carry. */
export function routeAppKeys(app: App, dependencies: AppKeysDependencies): void {
  const { requireApiToken, receiveDocument, registerAppKey } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const readRequest = createReadDocument(AppKeyRequest, receiveDocument);
  for (const { prefix, suffix } of prefixes) {
    routes.post(`${prefix}/company/company-app-keys`, {
      onRequest: requireApiToken,
      schema: {
        tags: ['Reports'],
        operationId: `createCompanyAppKey${suffix}`,
        summary: 'Register a short-lived key that the page of a company carries',
        description:
          'The key is made by the company and public by contract: it stands in the address of the iframe. Sending the same request again is answered the same.',
        security: needsApiToken,
        consumes: ['application/json'],
        body: { ...AppKeyRequest, examples: [example] },
        response: { 200: AppKeyResponse, ...errors },
      },
      handler: async (request, reply) => {
        const made = toAppKey(await readRequest(request));
        const { key, expiresAtMs } = await registerAppKey(callerOf(request), made);
        const data = { appKey: key, expiresAt: new Date(expiresAtMs).toISOString() };
        const answer: AppKeyResponse = { success: true, message: 'Company app key', data, errorCode: null };
        return sendJsonPieces(reply, [JSON.stringify(answer)]);
      },
    });
  }
}

function toAppKey({ appKey, expiresAt }: AppKeyRequest) {
  const expiresAtMs = readIssued(expiresAt);
  if (expiresAtMs !== undefined) return { key: appKey, expiresAtMs };
  const msg = 'Only an ISO 8601 date and time is allowed, e.g. 2026-12-31T23:59:59+00:00';
  throw new DeviceError('invalidRequest', {
    problems: [{ type: 'value_error', msg, loc: ['body', 'expiresAt'] }],
  });
}
