// SPDX-License-Identifier: Apache-2.0
import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

export interface Progress {
  step(): void;
  stop(): void;
}

const silent: Progress = { step: () => undefined, stop: () => undefined };

/** A bar that counts to `total` while a person watches the terminal; nothing at all in pipes and logs. */
export function startProgress(terminal: Terminal, what: string, total: number): Progress {
  const stream = terminal.progressStream;
  if (!stream || total < 2) return silent;
  const line = new SingleBar({
    stream,
    format: `${what} {bar} {value} of {total}, {duration_formatted} gone, {eta_formatted} to go`,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: true,
  });
  line.start(total, 0);
  return { step: () => line.increment(), stop: () => line.stop() };
}
