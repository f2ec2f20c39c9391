// SPDX-License-Identifier: Apache-2.0

/** Resolves after a while, at once when the browser is connected again, and when the signal fires. */
export async function pauseUntilOnline(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
    signal.addEventListener('abort', go);
  });
}
