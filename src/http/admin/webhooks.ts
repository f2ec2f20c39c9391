// SPDX-License-Identifier: Apache-2.0
import {
  AdminNewWebhookRequest,
  AdminNewWebhookResponse,
  type AdminWebhook,
  AdminWebhooksResponse,
} from '@openderm/contract';
import type { FastifyRequest, FastifyTypeProviderDefault } from 'fastify';
import type { WebhookDesk } from '../../device/manage-webhooks.ts';
import { DeviceError } from '../../errors.ts';
import type { Webhook } from '../../record/webhook.ts';
import type { App } from '../app.ts';
import type { ReceiveDocument } from '../document-intake.ts';
import { createReadDocument } from '../read-document.ts';
import { accountOf, type RequireToken } from '../require-token.ts';
import { adminSchema, readErrors, writeErrors } from './admin-schema.ts';
import { companyIdOf, companyPath, partOf } from './company-path.ts';
import { grant } from './grant.ts';

/** What the routes of webhooks ask for. */
export type AdminWebhookDesk = Pick<
  WebhookDesk,
  'list' | 'add' | 'remove' | 'enable' | 'listDeliveries' | 'replay'
>;

export interface AdminWebhooksDependencies {
  readonly requireAdministrator: RequireToken;
  readonly receiveDocument: ReceiveDocument;
  /** What is changed is written down as this administrator's. */
  readonly webhookDeskOf: (accountId: string) => AdminWebhookDesk;
}

export const webhookPath = `${companyPath}/webhooks/:webhookId`;

/** Where a company wants to be told what happens. Adding tells a secret once, so it takes no `Idempotency-Key`. */
export function routeAdminWebhooks(app: App, dependencies: AdminWebhooksDependencies): void {
  const { requireAdministrator: onRequest, receiveDocument, webhookDeskOf } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const readNew = createReadDocument(AdminNewWebhookRequest, receiveDocument);
  routes.get(`${companyPath}/webhooks`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminWebhooks',
      summary: 'Where a company wants to be told what happens',
      response: { 200: AdminWebhooksResponse, ...readErrors },
    },
    handler: async (request) => {
      const desk = webhookDeskOf(accountOf(request));
      return (await grant(desk.list(companyIdOf(request)))).map(toAdminWebhook);
    },
  });
  routes.post(`${companyPath}/webhooks`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAddWebhook',
      summary: 'Add a webhook; its signing secret is told once',
      consumes: ['application/json'],
      body: { ...AdminNewWebhookRequest, examples: [{ url: 'https://clinic.example/hooks' }] },
      response: { 200: AdminNewWebhookResponse, ...writeErrors },
    },
    handler: async (request) => {
      const { url, events, body } = await readNew(request);
      const desk = webhookDeskOf(accountOf(request));
      const made = await grant(desk.add({ companyId: companyIdOf(request), url, events, body }));
      return { webhook: toAdminWebhook(made.webhook), secret: made.secret };
    },
  });
  routes.delete(webhookPath, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminRemoveWebhook',
      summary: 'Remove a webhook with everything that waits for it; answers those that are left',
      response: { 200: AdminWebhooksResponse, ...readErrors },
    },
    handler: async (request) => {
      const desk = webhookDeskOf(accountOf(request));
      const { id } = await findWebhook(request, desk);
      await grant(desk.remove(id));
      return (await grant(desk.list(companyIdOf(request)))).map(toAdminWebhook);
    },
  });
}

/** The webhook an address names, if it is of the company the address names. @throws DeviceError `notFound` */
export async function findWebhook(request: FastifyRequest, desk: AdminWebhookDesk): Promise<Webhook> {
  const webhooks = await grant(desk.list(companyIdOf(request)));
  const found = webhooks.find(({ id }) => id === partOf(request, 'webhookId'));
  if (found === undefined) throw new DeviceError('notFound');
  return found;
}

export function toAdminWebhook(webhook: Webhook): AdminWebhook {
  const { id, url, events, body, createdAtMs, failingSinceMs, disabled } = webhook;
  const toMoment = (atMs: number | null) => (atMs === null ? null : new Date(atMs).toISOString());
  return {
    id,
    url,
    events: [...events],
    body,
    createdAt: new Date(createdAtMs).toISOString(),
    failingSince: toMoment(failingSinceMs),
    disabledAt: toMoment(disabled?.atMs ?? null),
  };
}
