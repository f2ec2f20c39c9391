// SPDX-License-Identifier: Apache-2.0
import type { Config } from '../config.ts';
import { type ComposeWebhookDependencies, createComposeWebhook } from '../device/compose-webhook.ts';
import { createWebhookDesk, type WebhookDesk } from '../device/manage-webhooks.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import { createWebhookSecrets } from '../gate/webhook-secrets.ts';
import { createNetworks } from '../outbox/networks.ts';
import { createSendWebhook, lookUpHost } from '../outbox/send-webhook.ts';
import { type Outbox, type OutboxDependencies, startOutbox } from '../outbox/start-outbox.ts';
import { findUrlProblem } from '../outbox/webhook-url.ts';
import type { Store } from '../store/store.ts';

/** The size of the hash behind HMAC-SHA256, and AES-256. @source RFC 2104, 3 */
const secretBytes = 32;
/** @source Standard Webhooks 1.0.0: 15 to 30 seconds */
const timeoutMs = 20_000;

export interface WebhookDeskParts {
  readonly store: Pick<Store, 'companies' | 'webhooks' | 'secrets'>;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
}

/** What an operator asks of webhooks, on the command line and the page alike. */
export async function buildWebhookDesk(
  { webhookNetworks }: Pick<Config, 'webhookNetworks'>,
  { store, clock, ids }: WebhookDeskParts,
): Promise<WebhookDesk> {
  const rules = { networks: createNetworks(webhookNetworks), hasOwnNetworks: webhookNetworks.length > 0 };
  return createWebhookDesk({
    ...store,
    secrets: createWebhookSecrets(await store.secrets.obtain('webhook-signing', secretBytes)),
    findUrlProblem: (url) => findUrlProblem(url, rules),
    clock,
    newId: ids.create,
  });
}

export interface OutboxParts
  extends Pick<ComposeWebhookDependencies, 'readReport' | 'writeRawReport'>,
    Pick<OutboxDependencies, 'clock' | 'log'> {
  readonly store: Pick<Store, 'companies' | 'deliveries' | 'reports' | 'secrets'>;
  readonly ids: { create(): string };
  readonly softwareVersion: string;
}

/** Tells companies' servers from now on what happens. */
export async function buildOutbox(
  { webhookNetworks }: Pick<Config, 'webhookNetworks'>,
  { store, ids, softwareVersion, ...parts }: OutboxParts,
): Promise<Outbox> {
  const { secrets, deliveries } = store;
  const sealedIds = createSealedIds({ secret: await secrets.obtain('sealed-id', secretBytes) });
  return startOutbox({
    ...parts,
    deliveries,
    compose: createComposeWebhook({ ...parts, ...store, sealedIds }),
    send: createSendWebhook({ networks: createNetworks(webhookNetworks), lookUp: lookUpHost, timeoutMs }),
    secrets: createWebhookSecrets(await secrets.obtain('webhook-signing', secretBytes)),
    newId: ids.create,
    random: Math.random,
    agent: `OpenDerm/${softwareVersion} webhooks`,
  });
}
