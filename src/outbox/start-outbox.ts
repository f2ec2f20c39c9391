// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryStore } from '../store/webhooks/delivery-store.ts';
import { createDispatcher, type DispatcherDependencies } from './dispatcher.ts';
import { runRegularly } from './run-regularly.ts';

export interface OutboxDependencies extends Omit<DispatcherDependencies, 'deliveries' | 'onSettled'> {
  readonly deliveries: DeliveryStore;
}

export interface Outbox {
  /** Lets what is under way come to an end for a moment, then stops it; it goes out again after the next start. */
  stop(): Promise<void>;
}

/** News waits for this at most. Our own convention: one small query a second. */
const pauseMs = 1000;
/** @source our own convention: an operator looks into a quarter's complaint */
const keptMs = 90 * 86_400_000;
const sweepPauseMs = 3_600_000;
/** Most receivers answer in less. Our own convention. */
const graceMs = 3000;

/** Delivers from now on whatever this server, or another one on the same database, puts on its way. */
export function startOutbox(dependencies: OutboxDependencies): Outbox {
  const { deliveries, clock, log } = dependencies;
  const onFailure = (error: unknown) =>
    log.warn({ err: error }, 'webhooks wait: the database did not answer');
  const dispatcher = createDispatcher({ ...dependencies, onSettled: () => sending.wake() });
  const sending = runRegularly({ turn: () => dispatcher.turn(), pauseMs, onFailure });
  const sweeping = runRegularly({
    turn: () => deliveries.sweep(clock.nowMs() - keptMs),
    pauseMs: sweepPauseMs,
    onFailure,
  });
  return {
    async stop() {
      await Promise.all([sending.stop(), sweeping.stop()]);
      await Promise.race([dispatcher.idle(), sleep(graceMs, undefined, { ref: false })]);
      dispatcher.abandon();
      await dispatcher.idle();
    },
  };
}
