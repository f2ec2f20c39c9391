// SPDX-License-Identifier: Apache-2.0
import {
  AdminNewAppKeyRequest,
  AdminNewAppKeyResponse,
  AdminNewTokenRequest,
  AdminNewTokenResponse,
  AdminToken,
  AdminTokensResponse,
} from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { CompanyDesk } from '../../device/manage-companies.ts';
import { DeviceError } from '../../errors.ts';
import type { ApiToken } from '../../record/company.ts';
import type { App } from '../app.ts';
import type { ReceiveDocument } from '../document-intake.ts';
import { createReadDocument } from '../read-document.ts';
import { accountOf, type RequireToken } from '../require-token.ts';
import { adminSchema, readErrors, writeErrors } from './admin-schema.ts';
import { companyIdOf, companyPath, partOf } from './company-path.ts';
import { grant } from './grant.ts';

export interface AdminKeysDependencies {
  readonly requireAdministrator: RequireToken;
  readonly receiveDocument: ReceiveDocument;
  /** The desk as this account uses it: changes are written down as its own. */
  companyDeskOf(accountId: string): CompanyDesk;
}

const minuteMs = 60_000;

/** What opens a company's door. These routes tell secrets once, so they take no `Idempotency-Key`. */
export function routeAdminKeys(app: App, dependencies: AdminKeysDependencies): void {
  routeTokenList(app, dependencies);
  routeNewKeys(app, dependencies);
}

function routeTokenList(app: App, dependencies: AdminKeysDependencies): void {
  const { requireAdministrator: onRequest, companyDeskOf } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.get(`${companyPath}/tokens`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminTokens',
      summary: "Tokens of a company's backend",
      response: { 200: AdminTokensResponse, ...readErrors },
    },
    handler: async (request) =>
      (await grant(companyDeskOf(accountOf(request)).listTokens(companyIdOf(request)))).map(toAdminToken),
  });
  routes.delete(`${companyPath}/tokens/:tokenId`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminRevokeToken',
      summary: 'Revoke a token; it ends at once and stays in the list',
      response: { 200: AdminToken, ...readErrors },
    },
    handler: async (request) => {
      const desk = companyDeskOf(accountOf(request));
      const [companyId, tokenId] = [companyIdOf(request), partOf(request, 'tokenId')];
      const find = async () => (await grant(desk.listTokens(companyId))).find(({ id }) => id === tokenId);
      if ((await find()) === undefined) throw new DeviceError('notFound');
      await grant(desk.revokeToken(tokenId));
      const revoked = await find();
      if (revoked === undefined) throw new DeviceError('notFound');
      return toAdminToken(revoked);
    },
  });
}

function routeNewKeys(app: App, dependencies: AdminKeysDependencies): void {
  const { requireAdministrator: onRequest, receiveDocument, companyDeskOf } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const readToken = createReadDocument(AdminNewTokenRequest, receiveDocument);
  const readAppKey = createReadDocument(AdminNewAppKeyRequest, receiveDocument);
  routes.post(`${companyPath}/tokens`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAddToken',
      summary: "Make a token for a company's backend; its secret is told once",
      consumes: ['application/json'],
      body: { ...AdminNewTokenRequest, examples: [{ name: 'production' }] },
      response: { 200: AdminNewTokenResponse, ...writeErrors },
    },
    handler: async (request) => {
      const { name } = await readToken(request);
      const { token, secret } = await grant(
        companyDeskOf(accountOf(request)).addToken(companyIdOf(request), name),
      );
      return { token: toAdminToken(token), secret };
    },
  });
  routes.post(`${companyPath}/app-keys`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAddAppKey',
      summary: "Make a short-lived key for a company's page",
      consumes: ['application/json'],
      body: { ...AdminNewAppKeyRequest, examples: [{ minutes: 10 }] },
      response: { 200: AdminNewAppKeyResponse, ...writeErrors },
    },
    handler: async (request) => {
      const { minutes } = await readAppKey(request);
      const made = await grant(
        companyDeskOf(accountOf(request)).addAppKey(companyIdOf(request), minutes * minuteMs),
      );
      return { appKey: made.key, expiresAt: new Date(made.expiresAtMs).toISOString() };
    },
  });
}

function toAdminToken({ id, name, createdAtMs, revokedAtMs }: ApiToken): AdminToken {
  const createdAt = new Date(createdAtMs).toISOString();
  return {
    id,
    name,
    createdAt,
    revokedAt: revokedAtMs === null ? null : new Date(revokedAtMs).toISOString(),
  };
}
