// SPDX-License-Identifier: Apache-2.0
import type { Config } from '../config.ts';
import { type ComposeWebhookDependencies, createComposeWebhook } from '../device/compose-webhook.ts';
import { createWebhookDesk, type WebhookDesk } from '../device/manage-webhooks.ts';
import type { RecordAccessDependencies } from '../device/record-access.ts';
import { createSealedIds } from '../gate/sealed-id.ts';
import { createWebhookSecrets } from '../gate/webhook-secrets.ts';
import { createNetworks } from '../outbox/networks.ts';
import { createSendWebhook, lookUpHost } from '../outbox/send-webhook.ts';
import { type Outbox, type OutboxDependencies, startOutbox } from '../outbox/start-outbox.ts';
import { findUrlProblem } from '../outbox/webhook-url.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { Store } from '../store/store.ts';
import { watchedWebhooks } from './watched-webhooks.ts';

/** The size of the hash behind HMAC-SHA256, and AES-256. @source RFC 2104, 3 */
const secretBytes = 32;
/** @source Standard Webhooks 1.0.0: 15 to 30 seconds */
const timeoutMs = 20_000;

export interface WebhookDeskParts extends RecordAccessDependencies {
  readonly store: Pick<Store, 'companies' | 'secrets' | 'watchWebhooks'>;
}

/** What an operator asks of webhooks, on the command line and the page alike; every change is written down as the actor's. */
export async function buildWebhookDesks(
  { webhookNetworks }: Pick<Config, 'webhookNetworks'>,
  parts: WebhookDeskParts,
): Promise<(actor: AuditActor) => WebhookDesk> {
  const { store, clock, ids } = parts;
  const rules = { networks: createNetworks(webhookNetworks), hasOwnNetworks: webhookNetworks.length > 0 };
  const secrets = createWebhookSecrets(await store.secrets.obtain('webhook-signing', secretBytes));
  return (actor) =>
    createWebhookDesk({
      companies: store.companies,
      webhooks: watchedWebhooks(parts, actor),
      secrets,
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
