// SPDX-License-Identifier: Apache-2.0
import { OpenDermError } from '@openderm/sdk';

/** Even where the browser does not notice that the connection is back. Our own convention. */
const tryAgainMs = 3000;

/** Whether the same call may work later: no answer came, or the server asked for patience. */
export function mayPass(error: unknown): boolean {
  return error instanceof OpenDermError && ['ERR_NETWORK', 'ERR_UNAVAILABLE'].includes(error.code);
}

/** Resolves when the browser says that it is connected again, and in any case after some seconds. */
export async function waitForConnection(): Promise<void> {
  await new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, tryAgainMs);
    addEventListener('online', go);
  });
}
