// SPDX-License-Identifier: Apache-2.0
import {
  type AdminAccount,
  AdminAccountsResponse,
  AdminNewAccountRequest,
  AdminNewAccountResponse,
} from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { AccountDesk } from '../../device/manage-accounts.ts';
import type { Account } from '../../record/account.ts';
import type { App } from '../app.ts';
import type { ReceiveDocument } from '../document-intake.ts';
import { createReadDocument } from '../read-document.ts';
import type { RequireToken } from '../require-token.ts';
import { adminSchema, readErrors, writeErrors } from './admin-schema.ts';
import { grant } from './grant.ts';

export interface AdminAccountsDependencies {
  readonly requireAdministrator: RequireToken;
  readonly receiveDocument: ReceiveDocument;
  readonly accountDesk: Pick<AccountDesk, 'list' | 'add'>;
}

const example: AdminNewAccountRequest = { email: 'nurse@clinic.example', role: 'user', companyId: null };

/** Who may log in. Passwords are generated and told once; removing somebody is for the command line. */
export function routeAdminAccounts(app: App, dependencies: AdminAccountsDependencies): void {
  const { requireAdministrator: onRequest, receiveDocument, accountDesk } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const readNew = createReadDocument(AdminNewAccountRequest, receiveDocument);
  routes.get('/v1/admin/accounts', {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAccounts',
      summary: 'Who may log in',
      response: { 200: AdminAccountsResponse, ...readErrors },
    },
    handler: async () => (await accountDesk.list()).map(toAdminAccount),
  });
  routes.post('/v1/admin/accounts', {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAddAccount',
      summary: 'Add an account; its password is told once',
      consumes: ['application/json'],
      body: { ...AdminNewAccountRequest, examples: [example] },
      response: { 200: AdminNewAccountResponse, ...writeErrors },
    },
    handler: async (request) => {
      const { email, role, companyId = null } = await readNew(request);
      const made = await grant(accountDesk.add(email, undefined, { role, companyId }));
      return { email: made.email, password: made.generatedPassword ?? '' };
    },
  });
}

function toAdminAccount({ id, email, role, companyId, createdAtMs }: Account): AdminAccount {
  return { id, email, role, companyId, createdAt: new Date(createdAtMs).toISOString() };
}
