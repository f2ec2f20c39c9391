// SPDX-License-Identifier: Apache-2.0
import type { Terminal } from './terminal.ts';

const CLEAR_LINE = '\r\u001b[K';

/** Says what takes so long, while a person watches; the returned function takes it back. */
export function showNote(terminal: Terminal, text: string): () => void {
  terminal.progressStream?.write(`${text} ...`);
  return () => void terminal.progressStream?.write(CLEAR_LINE);
}
