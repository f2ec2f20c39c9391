// SPDX-License-Identifier: Apache-2.0
import type { DeliveryProblem, WebhookEnd } from '../record/webhook.ts';
import type { ClaimedDelivery, DeliveryResult } from '../store/webhooks/delivery-store.ts';
import { findNextAttempt } from './retry-schedule.ts';
import type { SendOutcome } from './send-webhook.ts';

/** A webhook to which nothing was delivered for so long is disabled. @source Standard Webhooks 1.0.0: several days; five by security controls, section 2.4 */
const patienceMs = 5 * 86_400_000;

/** Nothing lives there any more, says the receiver. @source RFC 9110, 15.5.11; Standard Webhooks 1.0.0: disable it */
const goneStatus = 410;

export interface Moment {
  readonly nowMs: number;
  /** 0 up to 1. */
  readonly random: number;
}

/** What an attempt's outcome means for the delivery and its webhook. */
export function judgeAttempt(
  { webhook, delivery }: ClaimedDelivery,
  outcome: SendOutcome,
  { nowMs, random }: Moment,
): DeliveryResult {
  const status = outcome.kind === 'answer' ? outcome.status : null;
  const problem = findProblem(outcome);
  const settled = { atMs: nowMs, dueAtMs: nowMs, status, problem, disable: null };
  if (problem === null) return { ...settled, state: 'delivered' };
  const disable = findEnd(status, webhook.failingSinceMs, nowMs);
  if (disable !== null) return { ...settled, state: 'dead', disable };
  const retryAfter = outcome.kind === 'answer' ? outcome.retryAfter : null;
  const dueAtMs = findNextAttempt({ attempts: delivery.attempts + 1, retryAfter, nowMs, random });
  return dueAtMs === null ? { ...settled, state: 'dead' } : { ...settled, state: 'pending', dueAtMs };
}

function findProblem(outcome: SendOutcome): DeliveryProblem | null {
  if (outcome.kind === 'failure') return outcome.problem;
  const hundreds = Math.floor(outcome.status / 100);
  if (hundreds === 2) return null;
  return hundreds === 3 ? 'redirect' : 'status';
}

function findEnd(status: number | null, failingSinceMs: number | null, nowMs: number): WebhookEnd | null {
  if (status === goneStatus) return 'gone';
  return failingSinceMs !== null && nowMs - failingSinceMs >= patienceMs ? 'failing' : null;
}
