// SPDX-License-Identifier: Apache-2.0
import { OpenDermError, type OpenDermErrorCode } from '@openderm/sdk';

/** First pause, doubled with every failure, up to the longest. Our own convention: quick for a tunnel, gentle for a server. */
const firstPauseMs = 500;
const longestPauseMs = 16_000;

/** A server that fails is asked this often more; a connection that is gone is waited for without end. Our own convention. */
const mostServerFailures = 4;

const passing: ReadonlySet<OpenDermErrorCode> = new Set([
  'ERR_NETWORK',
  'ERR_UNAVAILABLE',
  'ERR_TOO_MANY_REQUESTS',
]);

export interface OutageCall {
  readonly signal: AbortSignal;
  /** True when the call has to wait, false when it went through after that. */
  readonly onWaiting: (isWaiting: boolean) => void;
  /** @param ms how long; ends early when the browser says that it is connected again */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Makes a call until it goes through, with growing pauses between.
 * @throws what the call throws when waiting cannot help, or the signal fired
 */
export async function throughOutages<Answer>(
  make: () => Promise<Answer>,
  { signal, onWaiting, pause }: OutageCall,
): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    try {
      const answer = await make();
      if (failures > 0) onWaiting(false);
      return answer;
    } catch (error) {
      if (signal.aborted || !isWorthWaiting(error, failures)) throw error;
      onWaiting(true);
      await pause(pauseMs(error, failures), signal);
      if (signal.aborted) throw error;
    }
  }
}

function isWorthWaiting(error: unknown, failures: number): boolean {
  if (!(error instanceof OpenDermError)) return false;
  return passing.has(error.code) || (error.code === 'ERR_SERVER' && failures < mostServerFailures);
}

/** The server's own wish, where it has one. */
function pauseMs(error: unknown, failures: number): number {
  const asked = error instanceof OpenDermError ? error.details.retryAfterS : undefined;
  return asked === undefined ? Math.min(longestPauseMs, firstPauseMs * 2 ** failures) : asked * 1000;
}
