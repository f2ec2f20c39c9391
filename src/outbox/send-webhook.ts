// SPDX-License-Identifier: Apache-2.0
import { lookup } from 'node:dns/promises';
import type { DeliveryProblem } from '../record/webhook.ts';
import type { Networks } from './networks.ts';
import { type PostAnswer, type PostRequest, postPinned } from './post-pinned.ts';
import { needsOwnNetwork, toHost } from './webhook-url.ts';

/** Everything that a receiver can make of a delivery: it answers, or it does not. */
export type SendOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: string | null }
  | { readonly kind: 'failure'; readonly problem: Exclude<DeliveryProblem, 'status' | 'redirect'> };

export type SendWebhook = (request: PostRequest) => Promise<SendOutcome>;

/** Every address of a name; rejects when there is none. */
export type LookUp = (host: string) => Promise<readonly string[]>;

export interface SendWebhookDependencies {
  readonly networks: Networks;
  readonly lookUp: LookUp;
  /** For name, connection, request and answer together. */
  readonly timeoutMs: number;
}

/** As the system's resolver has it, hosts file included. */
export const lookUpHost: LookUp = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
};

/**
 * One attempt. A name is looked up once, every address it has must be allowed, and the connection goes to one of those: what
 * the name means a moment later does not matter. Redirects are not followed.
 */
export function createSendWebhook({ networks, lookUp, timeoutMs }: SendWebhookDependencies): SendWebhook {
  return async ({ signal, ...request }) => {
    const late = AbortSignal.timeout(timeoutMs);
    const either = AbortSignal.any([signal, late]);
    const addresses = await unlessAborted(lookUp(toHost(request.url)), either).catch(() => undefined);
    if (late.aborted) return failure('timeout');
    if (addresses === undefined || addresses.length === 0) return failure('unknownHost');
    if (!addresses.every((address) => isAllowed(address, request.url, networks)))
      return failure('refusedAddress');
    const answer = await postPinned({ ...request, signal: either }, addresses).catch(() => undefined);
    return answer === undefined ? failure(late.aborted ? 'timeout' : 'unreachable') : toOutcome(answer);
  };
}

function isAllowed(address: string, url: URL, networks: Networks): boolean {
  const kind = networks.kindOf(address);
  return kind === 'own' || (kind === 'public' && !needsOwnNetwork(url));
}

function failure(problem: Exclude<DeliveryProblem, 'status' | 'redirect'>): SendOutcome {
  return { kind: 'failure', problem };
}

function toOutcome({ status, retryAfter }: PostAnswer): SendOutcome {
  return { kind: 'answer', status, retryAfter };
}

/** The system's resolver cannot be stopped, but nobody has to wait for it. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
