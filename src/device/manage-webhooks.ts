// SPDX-License-Identifier: Apache-2.0
import type { WebhookSecrets } from '../gate/webhook-secrets.ts';
import type { OutboxEventType } from '../record/outbox-event.ts';
import type { DeliveryState, Webhook, WebhookBody, WebhookDelivery } from '../record/webhook.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { WebhookStore } from '../store/webhooks/webhook-store.ts';
import { CompanyProblem } from './company-problem.ts';

/** What an operator does with webhooks, whether or not a server is running. */
export interface WebhookDesk {
  /** Oldest first. @throws CompanyProblem */
  list(companyId: string): Promise<readonly Webhook[]>;
  /** Its secret is told now and never again. @throws CompanyProblem, WebhookProblem */
  add(wanted: NewWebhook): Promise<IssuedWebhook>;
  /** With everything that waits for it. @throws WebhookProblem */
  remove(id: string): Promise<void>;
  /** A new secret; for a day the one before signs too. @throws WebhookProblem */
  rotate(id: string): Promise<IssuedWebhook>;
  /** Delivers again what happens from now on. @throws WebhookProblem */
  enable(id: string): Promise<void>;
  /** Newest first. @throws WebhookProblem */
  listDeliveries(id: string, query: DeliveryWish): Promise<readonly WebhookDelivery[]>;
  /** Sends one event again, or every one that was given up; says how many. @throws WebhookProblem */
  replay(id: string, which: { readonly eventId: string } | 'dead'): Promise<number>;
}

export interface NewWebhook {
  readonly companyId: string;
  readonly url: string;
  /** Undefined: all. */
  readonly events: readonly string[] | undefined;
  /** Undefined: `thin`. */
  readonly body: string | undefined;
}

export interface IssuedWebhook {
  readonly webhook: Webhook;
  /** `whsec_...` */
  readonly secret: string;
}

export interface DeliveryWish {
  /** 1 to 1,000. */
  readonly limit: number;
  readonly state?: DeliveryState | undefined;
}

/** A wish that cannot be granted; the message says why, in a sentence. */
export class WebhookProblem extends Error {
  readonly kind: 'badUrl' | 'badEvents' | 'badBody' | 'badLimit' | 'tooMany' | 'disabled' | 'unknown';

  constructor(kind: WebhookProblem['kind'], message: string) {
    super(message);
    this.name = 'WebhookProblem';
    this.kind = kind;
  }
}

export interface WebhookDeskDependencies {
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly webhooks: WebhookStore;
  readonly secrets: Pick<WebhookSecrets, 'reveal'>;
  /** What is wrong with an address, in a sentence; null when nothing is. */
  readonly findUrlProblem: (url: string) => string | null;
  readonly clock: { nowMs(): number };
  readonly newId: () => string;
}

export const webhookEvents: readonly OutboxEventType[] = ['report.created', 'report.severity_added'];
export const webhookBodies: readonly WebhookBody[] = ['thin', 'report'];
export const deliveryStates: readonly DeliveryState[] = ['pending', 'delivered', 'dead'];

/**
 * Every report makes a row for each. Those of callbacks want no event and are not counted: a company allows their addresses.
 * @source our own convention: more than a company has systems
 */
const mostPerCompany = 20;
/** As many as a page or a terminal can show. Our own convention. */
const mostListed = 1000;

export function createWebhookDesk(dependencies: WebhookDeskDependencies): WebhookDesk {
  const { webhooks, clock } = dependencies;
  return {
    async list(companyId) {
      await assertCompany(companyId, dependencies);
      return webhooks.list(companyId);
    },
    add: (wanted) => addWebhook(wanted, dependencies),
    async remove(id) {
      if (!(await webhooks.remove(id))) throw unknown(id);
    },
    async rotate(id) {
      const webhook = await webhooks.rotate(id, clock.nowMs());
      if (webhook === undefined) throw unknown(id);
      return toIssued(webhook, dependencies);
    },
    async enable(id) {
      if (!(await webhooks.enable(id))) throw unknown(id);
    },
    async listDeliveries(id, query) {
      if (!(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= mostListed))
        throw new WebhookProblem('badLimit', `Expected 1 to ${mostListed} deliveries.`);
      await findWebhook(id, dependencies);
      return webhooks.listDeliveries(id, query);
    },
    replay: (id, which) => replay(id, which, dependencies),
  };
}

async function addWebhook(wanted: NewWebhook, dependencies: WebhookDeskDependencies): Promise<IssuedWebhook> {
  const { webhooks, findUrlProblem, clock, newId } = dependencies;
  await assertCompany(wanted.companyId, dependencies);
  const problem = findUrlProblem(wanted.url);
  if (problem !== null) throw new WebhookProblem('badUrl', problem);
  const [events, body] = [readEvents(wanted.events), readBody(wanted.body)];
  const own = (await webhooks.list(wanted.companyId)).filter((each) => each.events.length > 0);
  if (own.length >= mostPerCompany)
    throw new WebhookProblem('tooMany', `A company has at most ${mostPerCompany} webhooks.`);
  const webhook: Webhook = {
    id: newId(),
    companyId: wanted.companyId,
    // As it will be called: without odd spellings of the host.
    url: new URL(wanted.url).href,
    events,
    body,
    createdAtMs: clock.nowMs(),
    secretGeneration: 1,
    rotatedAtMs: null,
    failingSinceMs: null,
    disabled: null,
  };
  await webhooks.add(webhook);
  return toIssued(webhook, dependencies);
}

function readEvents(wanted: NewWebhook['events'] = webhookEvents): readonly OutboxEventType[] {
  const strangers = wanted.filter((name) => webhookEvents.every((event) => event !== name));
  if (strangers.length === 0 && wanted.length > 0)
    return webhookEvents.filter((event) => wanted.includes(event));
  const text = `There is no event ${JSON.stringify(strangers[0] ?? '')}; there are ${webhookEvents.join(', ')}.`;
  throw new WebhookProblem('badEvents', text);
}

function readBody(wanted = 'thin'): WebhookBody {
  const known = webhookBodies.find((body) => body === wanted);
  if (known !== undefined) return known;
  const text = `There is no body ${JSON.stringify(wanted)}; there are ${webhookBodies.join(', ')}.`;
  throw new WebhookProblem('badBody', text);
}

async function replay(
  id: string,
  which: Parameters<WebhookDesk['replay']>[1],
  dependencies: WebhookDeskDependencies,
): Promise<number> {
  const { disabled } = await findWebhook(id, dependencies);
  if (disabled !== null)
    throw new WebhookProblem(
      'disabled',
      `The webhook ${id} is disabled: openderm webhook enable ${id} first.`,
    );
  const count = await dependencies.webhooks.replay(id, which, dependencies.clock.nowMs());
  if (which === 'dead' || count > 0) return count;
  throw new WebhookProblem('unknown', `The webhook ${id} was never to be told of ${which.eventId}.`);
}

function toIssued(webhook: Webhook, { secrets }: WebhookDeskDependencies): IssuedWebhook {
  const { id: webhookId, secretGeneration: generation } = webhook;
  return { webhook, secret: secrets.reveal({ webhookId, generation }) };
}

async function findWebhook(id: string, { webhooks }: WebhookDeskDependencies): Promise<Webhook> {
  const webhook = await webhooks.find(id);
  if (webhook === undefined) throw unknown(id);
  return webhook;
}

function unknown(id: string): WebhookProblem {
  return new WebhookProblem(
    'unknown',
    `There is no webhook ${id}. openderm webhook list <company> prints those there are.`,
  );
}

async function assertCompany(id: string, { companies }: WebhookDeskDependencies): Promise<void> {
  if ((await companies.find(id)) !== undefined) return;
  const text = `There is no company ${id}. openderm company list prints those there are.`;
  throw new CompanyProblem('unknown', text);
}
