// SPDX-License-Identifier: Apache-2.0

/** A page that is reloaded lets go of its draft within this time, on an old and busy phone too. Our own convention. */
const patienceMs = 3000;

/**
 * Whether no other page of this browser shows this draft: it is ours then, until we are closed. Two frames of one address,
 * and a tab that was duplicated, recall the same visit. Browsers without locks, and those that deny them to frames, let
 * everybody have it.
 */
export async function claimDraft(handle: string): Promise<boolean> {
  // Pages without TLS have none, whatever the types say.
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return true;
  return await new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise(() => undefined);
    };
    const isHeldElsewhere = ({ name }: Error) => name === 'TimeoutError' || name === 'AbortError';
    locks
      .request(`openderm ${handle}`, { signal: AbortSignal.timeout(patienceMs) }, hold)
      .catch((error: Error) => resolve(!isHeldElsewhere(error)));
  });
}
