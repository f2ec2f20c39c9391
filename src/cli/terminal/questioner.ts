// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';

/** Somebody at a keyboard. */
export interface Questioner {
  /** What was typed, without blanks around it; null when the person has ended it (Ctrl-C, Ctrl-D). */
  ask(prompt: string): Promise<string | null>;
  close(): void;
}

/** Asks on `output`, which is not where the answer of the command goes; undefined where nobody could reply. */
export function openQuestioner(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Questioner | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  const lines = createInterface({ input, output });
  const ended = once(lines, 'close').then(() => null);
  lines.on('SIGINT', () => lines.close());
  return {
    async ask(prompt) {
      // Ctrl-D rejects the question, Ctrl-C closes the lines under it.
      const typed = await Promise.race([lines.question(prompt).catch(() => null), ended]);
      if (typed === null) output.write('\n');
      return typed?.trim() ?? null;
    },
    close: () => lines.close(),
  };
}
