// SPDX-License-Identifier: Apache-2.0
import pino, { type Logger } from 'pino';

/** JSON lines to standard error, from `level` on: what a person reads goes to standard output. */
export function createLogger({ logLevel }: { readonly logLevel: string }): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
}
