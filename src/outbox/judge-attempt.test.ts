// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSampleEvent, createSampleWebhook } from '../../test/fixtures/sample-webhook.ts';
import type { ClaimedDelivery } from '../store/webhooks/delivery-store.ts';
import { judgeAttempt } from './judge-attempt.ts';
import type { SendOutcome } from './send-webhook.ts';

const nowMs = Date.UTC(2026, 10, 21);
const dayMs = 86_400_000;

function claim({ attempts = 0, failingSinceMs = null as number | null } = {}): ClaimedDelivery {
  const webhook = createSampleWebhook(randomUUID(), { failingSinceMs });
  const event = createSampleEvent(webhook.companyId);
  const delivery = {
    webhookId: webhook.id,
    event,
    state: 'pending',
    attempts,
    dueAtMs: nowMs,
    finishedAtMs: null,
    status: null,
    problem: null,
  } as const;
  return { webhook, delivery, leaseId: 'lease' };
}

function answer(status: number, retryAfter: string | null = null): SendOutcome {
  return { kind: 'answer', status, retryAfter };
}

function judge(outcome: SendOutcome, claimed = claim(), random = 0) {
  return judgeAttempt(claimed, outcome, { nowMs, random });
}

describe('an attempt', () => {
  it.each([200, 201, 204, 299])('delivers when the answer is %i', (status) => {
    expect(judge(answer(status))).toEqual({
      atMs: nowMs,
      dueAtMs: nowMs,
      state: 'delivered',
      status,
      problem: null,
      disable: null,
    });
  });

  it.each([
    [answer(101), 'status', 101],
    [answer(301), 'redirect', 301],
    [answer(308), 'redirect', 308],
    [answer(400), 'status', 400],
    [answer(500), 'status', 500],
    [{ kind: 'failure', problem: 'timeout' } as const, 'timeout', null],
    [{ kind: 'failure', problem: 'refusedAddress' } as const, 'refusedAddress', null],
  ])('is made again after %j', (outcome, problem, status) => {
    expect(judge(outcome)).toMatchObject({ state: 'pending', problem, status, dueAtMs: nowMs + 5000 });
  });

  it('is the tenth at most', () => {
    const pausesS = Array.from({ length: 10 }, (_, attempts) => {
      const { state, dueAtMs } = judge(answer(500), claim({ attempts }));
      return state === 'dead' ? null : (dueAtMs - nowMs) / 1000;
    });
    const published = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(pausesS).toEqual([...published, null]);
    expect(published.reduce((sum, pause) => sum + pause, 0)).toBe(75 * 3600 + 35 * 60 + 5);
  });

  it('is made a little later by chance, by a tenth at most', () => {
    const pauseOf = (random: number) => judge(answer(500), claim({ attempts: 1 }), random).dueAtMs - nowMs;
    expect([0, 0.5, 1].map(pauseOf)).toEqual([300_000, 315_000, 330_000]);
  });

  it('waits as long as the receiver asks, if that is longer, and a day at most', () => {
    const wait = (retryAfter: string) => judge(answer(429, retryAfter)).dueAtMs - nowMs;
    expect(wait('3600')).toBe(3_600_000);
    expect(wait(new Date(nowMs + 7_200_000).toUTCString())).toBe(7_200_000);
    expect(wait('99999999')).toBe(dayMs);
    for (const odd of ['1', '-5', 'soon', '', new Date(nowMs - dayMs).toUTCString()])
      expect(wait(odd), odd).toBe(5000);
  });

  it('ends a webhook whose receiver is gone', () => {
    expect(judge(answer(410))).toMatchObject({ state: 'dead', status: 410, disable: 'gone' });
  });

  it('ends a webhook to which nothing was delivered for five days', () => {
    const since = (ms: number) => judge(answer(500), claim({ failingSinceMs: nowMs - ms })).disable;
    expect([since(5 * dayMs - 1), since(5 * dayMs)]).toEqual([null, 'failing']);
    expect(judge(answer(200), claim({ failingSinceMs: nowMs - 9 * dayMs })).state).toBe('delivered');
  });
});
