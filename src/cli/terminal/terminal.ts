// SPDX-License-Identifier: Apache-2.0
import { styleText } from 'node:util';

/** What a command writes to: answers on one stream, remarks and progress on the other. */
export interface Terminal {
  /** One line of the answer. */
  print(line: string): void;
  /** One line for the person at the keyboard; never mixed into the answer. */
  remark(line: string): void;
  /** Colours text where the answer goes to a terminal that wants colour (NO_COLOR, pipes and files get plain text). */
  paint(style: Paint, text: string): string;
  readonly widthColumns: number;
  /** Where a progress bar may be drawn; undefined when nobody watches. */
  readonly progressStream: NodeJS.WritableStream | undefined;
}

export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Lines are made for 80 columns, and grow to 100 where there is room: longer ones are hard to follow. */
const NARROWEST_COLUMNS = 72;
const DEFAULT_COLUMNS = 80;
const WIDEST_COLUMNS = 100;

/** The process's own terminal. */
export function createTerminal(out: NodeJS.WriteStream, err: NodeJS.WriteStream): Terminal {
  // Some pseudo-terminals say 0.
  const columns = (out.isTTY && out.columns) || DEFAULT_COLUMNS;
  return {
    print: (line) => void out.write(`${line}\n`),
    remark: (line) => void err.write(`${line}\n`),
    paint: (style, text) => styleText(style, text, { stream: out, validateStream: true }),
    widthColumns: Math.max(NARROWEST_COLUMNS, Math.min(WIDEST_COLUMNS, columns)),
    progressStream: err.isTTY ? err : undefined,
  };
}
