// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { useEffect, useState } from 'preact/hooks';

/** Seconds until the device wants to hear from us again, counting down to 0; 0 when it did not say. */
export function useRetryCountdown(failure: OpenDermError | undefined): number {
  const [leftS, setLeftS] = useState(0);
  useEffect(() => {
    setLeftS(Math.ceil(failure?.details.retryAfterS ?? 0));
    if (failure?.details.retryAfterS === undefined) return;
    const timer = setInterval(() => setLeftS((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [failure]);
  return leftS;
}
