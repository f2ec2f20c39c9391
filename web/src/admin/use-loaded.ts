// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { useEffect, useState } from 'preact/hooks';
import { asOpenDermError } from '../home/describe-failure.ts';
import type { SignIn } from '../home/use-session.ts';

export interface Loaded<Value> {
  /** Undefined until it is there. */
  readonly value: Value | undefined;
  readonly failure: OpenDermError | undefined;
  reload(): void;
  /** What the server said it is now. */
  put(value: Value): void;
}

/** Something the server has; a session that has ended leads back to the sign-in form. */
export function useLoaded<Value>(
  session: SignIn,
  load: () => Promise<Value>,
  changing: readonly unknown[] = [],
): Loaded<Value> {
  const [value, setValue] = useState<Value>();
  const [failure, setFailure] = useState<OpenDermError>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setFailure(undefined);
    load().then(
      (loaded) => isCurrent && setValue(() => loaded),
      (error: unknown) => isCurrent && refuse(asOpenDermError(error)),
    );
    const refuse = (error: OpenDermError) =>
      error.code === 'ERR_UNAUTHENTICATED' ? session.expire() : setFailure(error);
    return () => {
      isCurrent = false;
    };
  }, [round, ...changing]);
  return {
    value,
    failure,
    reload: () => setRound((before) => before + 1),
    put: (next) => setValue(() => next),
  };
}
