// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { useState } from 'preact/hooks';
import { asOpenDermError } from '../home/describe-failure.ts';
import type { SignIn } from '../home/use-session.ts';

/** Something an administrator asks for, one at a time. */
export interface Wish {
  readonly isBusy: boolean;
  /** Why the last one was not granted. */
  readonly failure: OpenDermError | undefined;
  /** Undefined where it was not granted. */
  make<Result>(ask: () => Promise<Result>): Promise<Result | undefined>;
}

export function useWish(session: SignIn): Wish {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<OpenDermError>();
  return {
    isBusy,
    failure,
    make: async (ask) => {
      setBusy(true);
      setFailure(undefined);
      try {
        return await ask();
      } catch (cause) {
        const error = asOpenDermError(cause);
        if (error.code === 'ERR_UNAUTHENTICATED') session.expire();
        else setFailure(error);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
