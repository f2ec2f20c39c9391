// SPDX-License-Identifier: Apache-2.0

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Pauses before the second attempt, the third, and so on. @source Standard Webhooks 1.0.0: ten attempts in 75 h 35 min */
const pausesMs = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** Pauses are up to this much longer, so that receivers who come back are not met by everything at once. Our own convention. */
const jitter = 0.1;

/** A receiver may ask for more time, not for ever. @source our own convention: the longest pause */
const longestWishMs = 24 * hourMs;

export interface Retry {
  /** Attempts that were made, the one that has just failed included. */
  readonly attempts: number;
  /** The `Retry-After` of its answer. */
  readonly retryAfter: string | null;
  readonly nowMs: number;
  /** 0 up to 1. */
  readonly random: number;
}

/** When a delivery is tried again; null: no more. */
export function findNextAttempt({ attempts, retryAfter, nowMs, random }: Retry): number | null {
  const pauseMs = pausesMs[attempts - 1];
  if (pauseMs === undefined) return null;
  const planned = nowMs + pauseMs * (1 + jitter * random);
  return Math.ceil(Math.max(planned, nowMs + parseWish(retryAfter, nowMs)));
}

/** Seconds or a date. @source RFC 9110, 10.2.3 */
function parseWish(text: string | null, nowMs: number): number {
  if (text === null) return 0;
  const wishMs = /^\d+$/.test(text) ? Number(text) * secondMs : Date.parse(text) - nowMs;
  return Number.isNaN(wishMs) ? 0 : Math.min(Math.max(wishMs, 0), longestWishMs);
}
