// SPDX-License-Identifier: Apache-2.0
import { mayPass, waitForConnection } from './wait-for-connection.ts';

export interface Persistence {
  /** A connection that was lost, and will be waited for; undefined once it is back. */
  readonly onTrouble: (error: unknown) => void;
  readonly signal?: AbortSignal;
}

/** Asks again whenever the connection is back; rejects with what no waiting helps against. */
export async function throughLostConnections<Answer>(
  ask: () => Promise<Answer>,
  { onTrouble, signal }: Persistence,
): Promise<Answer> {
  for (let losses = 0; ; losses++) {
    try {
      const answer = await ask();
      if (losses > 0) onTrouble(undefined);
      return answer;
    } catch (error) {
      if (signal?.aborted || !mayPass(error)) throw error;
      onTrouble(error);
      await waitForConnection();
    }
  }
}
