// SPDX-License-Identifier: Apache-2.0
import {
  AdminDeliveriesResponse,
  type AdminDelivery,
  AdminReplayRequest,
  AdminReplayResponse,
  AdminWebhooksResponse,
} from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { WebhookDelivery } from '../../record/webhook.ts';
import type { App } from '../app.ts';
import { createReadDocument } from '../read-document.ts';
import { accountOf } from '../require-token.ts';
import { adminSchema, readErrors, writeErrors } from './admin-schema.ts';
import { companyIdOf } from './company-path.ts';
import { grant } from './grant.ts';
import { type AdminWebhooksDependencies, findWebhook, toAdminWebhook, webhookPath } from './webhooks.ts';

/** As many as a page can show. Our own convention. */
const listed = 100;

/** What was delivered to a webhook, once more what was not, and whether anything is. */
export function routeAdminDeliveries(app: App, dependencies: AdminWebhooksDependencies): void {
  const { requireAdministrator: onRequest, receiveDocument, webhookDeskOf } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const readReplay = createReadDocument(AdminReplayRequest, receiveDocument);
  routes.get(`${webhookPath}/deliveries`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminDeliveries',
      summary: 'What was delivered to a webhook',
      response: { 200: AdminDeliveriesResponse, ...readErrors },
    },
    handler: async (request) => {
      const desk = webhookDeskOf(accountOf(request));
      const { id } = await findWebhook(request, desk);
      return (await grant(desk.listDeliveries(id, { limit: listed }))).map(toAdminDelivery);
    },
  });
  routes.post(`${webhookPath}/enable`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminEnableWebhook',
      summary: 'Deliver again what happens from now on; answers all webhooks',
      response: { 200: AdminWebhooksResponse, ...readErrors },
    },
    handler: async (request) => {
      const desk = webhookDeskOf(accountOf(request));
      const { id } = await findWebhook(request, desk);
      await grant(desk.enable(id));
      return (await grant(desk.list(companyIdOf(request)))).map(toAdminWebhook);
    },
  });
  routes.post(`${webhookPath}/replay`, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminReplay',
      summary: 'Send one event again, or every one that was given up',
      description: 'Sending the same request again changes nothing while the event still waits.',
      consumes: ['application/json'],
      body: { ...AdminReplayRequest, examples: [{}] },
      response: { 200: AdminReplayResponse, ...writeErrors },
    },
    handler: async (request) => {
      const { eventId } = await readReplay(request);
      const desk = webhookDeskOf(accountOf(request));
      const { id } = await findWebhook(request, desk);
      return { replayed: await grant(desk.replay(id, eventId === undefined ? 'dead' : { eventId })) };
    },
  });
}

function toAdminDelivery({ event, state, attempts, status, problem }: WebhookDelivery): AdminDelivery {
  const { id: eventId, type, atMs } = event;
  return { eventId, event: type, at: new Date(atMs).toISOString(), state, attempts, status, problem };
}
