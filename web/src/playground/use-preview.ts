// SPDX-License-Identifier: Apache-2.0
import { type FrameMessage, mountFrame } from '@openderm/sdk/embed';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Wish } from './frame-wish.ts';

/** A message, and when it came. */
export interface Logged {
  readonly number: number;
  readonly time: Date;
  readonly message: FrameMessage;
}

export interface Preview {
  /** Where the frame stands. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** What is shown; undefined: nothing yet. */
  readonly shown: Wish | undefined;
  /** Newest last. */
  readonly log: readonly Logged[];
  /** Shows the page anew. */
  show(wish: Wish): void;
  clear(): void;
}

/** Nobody reads further back. @source our own convention */
const keptMessages = 200;

/** The real page in a real frame, as a host would have it. */
export function usePreview(server: string): Preview {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Wish>();
  const [log, setLog] = useState<readonly Logged[]>([]);
  useEffect(() => {
    if (shown === undefined || place.current === null) return;
    const write = (message: FrameMessage) =>
      setLog((before) => {
        const number = (before.at(-1)?.number ?? 0) + 1;
        return [...before, { number, time: new Date(), message }].slice(-keptMessages);
      });
    const { company = '', ...said } = shown;
    const mounted = mountFrame(place.current, {
      server,
      parameters: { company, ...said },
      onMessage: write,
    });
    return () => mounted.remove();
  }, [server, shown]);
  return {
    place,
    shown,
    log,
    show(wish) {
      setLog([]);
      // A copy: asking for the same again loads it again.
      setShown({ ...wish });
    },
    clear: () => setLog([]),
  };
}
