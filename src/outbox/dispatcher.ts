// SPDX-License-Identifier: Apache-2.0
import type { SecretName, WebhookSecrets } from '../gate/webhook-secrets.ts';
import type { Webhook } from '../record/webhook.ts';
import type { ClaimedDelivery, DeliveryResult, DeliveryStore } from '../store/webhooks/delivery-store.ts';
import { judgeAttempt } from './judge-attempt.ts';
import type { SendWebhook } from './send-webhook.ts';

/** The body of a delivery as JSON text; undefined when its report is no longer there. */
export type ComposeWebhook = (
  claimed: Pick<ClaimedDelivery, 'webhook' | 'delivery'>,
) => Promise<string | undefined>;

export interface DispatcherDependencies {
  readonly deliveries: Pick<DeliveryStore, 'claim' | 'settle' | 'release'>;
  readonly compose: ComposeWebhook;
  readonly send: SendWebhook;
  readonly secrets: Pick<WebhookSecrets, 'sign'>;
  readonly clock: { nowMs(): number };
  readonly newId: () => string;
  /** 0 up to 1. */
  readonly random: () => number;
  /** As it stands in `User-Agent`. */
  readonly agent: string;
  readonly log: { warn(about: object, message: string): void };
  /** One delivery is over: there may be room for the next. */
  onSettled?(): void;
}

export interface Dispatcher {
  /** Begins what is due, as far as there is room; does not wait for it. */
  turn(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Stops what is under way; it is due again at once. */
  abandon(): void;
}

/** At once on this server. A delivery that waits costs a socket. Our own convention. */
const mostUnderWay = 64;
/** At once to one webhook, on all servers. @source security controls, section 2.4 */
const mostPerWebhook = 4;
/** Longer than any attempt takes, so that no two servers make the same one. Our own convention: three times as long. */
const leaseMs = 60_000;
/** After a change of the secret deliveries are signed with both. @source Standard Webhooks 1.0.0: rotation without downtime; a day is our own convention */
const overlapMs = 86_400_000;

/** Takes what is due, sends it, and notes what came of it. */
export function createDispatcher(dependencies: DispatcherDependencies): Dispatcher {
  const { deliveries, clock, newId, log, onSettled } = dependencies;
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();
  const begin = (claimed: ClaimedDelivery) => {
    const work = deliver(claimed, { ...dependencies, signal: ending.signal })
      // Its lease ends and somebody tries again.
      .catch((error: unknown) => log.warn({ err: error }, 'a webhook delivery could not be settled'))
      .finally(() => {
        underWay.delete(work);
        onSettled?.();
      });
    underWay.add(work);
  };
  return {
    async turn() {
      const limit = mostUnderWay - underWay.size;
      if (limit <= 0 || ending.signal.aborted) return;
      const claim = { nowMs: clock.nowMs(), leaseMs, leaseId: newId(), limit, perWebhook: mostPerWebhook };
      for (const claimed of await deliveries.claim(claim)) begin(claimed);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    abandon: () => ending.abort(),
  };
}

interface Delivering extends DispatcherDependencies {
  readonly signal: AbortSignal;
}

async function deliver(claimed: ClaimedDelivery, delivering: Delivering): Promise<void> {
  const { deliveries, clock, signal, log } = delivering;
  const result = await attempt(claimed, delivering);
  if (signal.aborted && result.state !== 'delivered') return deliveries.release(claimed, clock.nowMs());
  await deliveries.settle(claimed, result);
  if (result.disable === null) return;
  const { id, companyId } = claimed.webhook;
  log.warn({ webhook: id, company: companyId, reason: result.disable }, 'disabled a webhook');
}

async function attempt(claimed: ClaimedDelivery, delivering: Delivering): Promise<DeliveryResult> {
  const { compose, send, clock, random, signal } = delivering;
  const body = await compose(claimed);
  if (body === undefined) return giveUp(clock.nowMs());
  const headers = toHeaders(claimed, body, delivering);
  const outcome = await send({ url: new URL(claimed.webhook.url), headers, body, signal });
  return judgeAttempt(claimed, outcome, { nowMs: clock.nowMs(), random: random() });
}

/** Whoever asked for its erasure does not want it told. */
function giveUp(atMs: number): DeliveryResult {
  return { atMs, state: 'dead', dueAtMs: atMs, status: null, problem: 'reportGone', disable: null };
}

/** @source Standard Webhooks 1.0.0 */
function toHeaders(
  { webhook, delivery }: ClaimedDelivery,
  body: string,
  { secrets, clock, agent }: Delivering,
): Readonly<Record<string, string>> {
  const timestampS = Math.floor(clock.nowMs() / 1000);
  const message = { id: delivery.event.id, timestampS, body };
  const signatures = listSecrets(webhook, clock.nowMs()).map((name) => secrets.sign(message, name));
  return {
    'content-type': 'application/json',
    'user-agent': agent,
    'webhook-id': message.id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': signatures.join(' '),
  };
}

function listSecrets({ id, secretGeneration, rotatedAtMs }: Webhook, nowMs: number): readonly SecretName[] {
  const isRecent = rotatedAtMs !== null && nowMs - rotatedAtMs < overlapMs;
  const generations = isRecent ? [secretGeneration, secretGeneration - 1] : [secretGeneration];
  return generations.map((generation) => ({ webhookId: id, generation }));
}
