// SPDX-License-Identifier: Apache-2.0

export interface RegularWork {
  /** One turn; the signal says when it should not begin anything long any more. */
  turn(signal: AbortSignal): Promise<unknown>;
  /** Milliseconds from the end of one turn to the beginning of the next; the first turn begins at once. */
  readonly pauseMs: number;
  /** Hears of a turn that failed; the next one comes all the same. */
  onFailure(error: unknown): void;
}

export interface RegularRun {
  /** The next turn begins now, or as soon as the one in hand is over. */
  wake(): void;
  /** No turn begins any more; resolves when the one in hand is over. May be called again. */
  stop(): Promise<void>;
}

/** Work that comes again and again, one turn at a time. It keeps no process alive. */
export function runRegularly({ turn, pauseMs, onFailure }: RegularWork): RegularRun {
  const ending = new AbortController();
  let endPause = (): void => undefined;
  let isWoken = false;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isWoken ? 0 : pauseMs).unref();
      isWoken = false;
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const wake = () => {
    isWoken = true;
    endPause();
  };
  const run = async () => {
    while (!ending.signal.aborted) {
      isWoken = false;
      await Promise.resolve(ending.signal).then(turn).catch(onFailure);
      if (!ending.signal.aborted) await pause();
    }
  };
  const ended = run();
  return {
    wake,
    stop() {
      ending.abort();
      wake();
      return ended;
    },
  };
}
