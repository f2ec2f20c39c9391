// SPDX-License-Identifier: Apache-2.0
import type { Terminal } from './terminal/terminal.ts';
import type { OpenWorkbench } from './workbench.ts';

/** What every command that reads photographs is given. */
export interface CliContext {
  readonly terminal: Terminal;
  readonly openWorkbench: OpenWorkbench;
  /** The command goes on, but the program will end with exit code 1. */
  noteFailure(): void;
}

/** A mistake of the person at the keyboard: printed as one line, without a stack. */
export class UsageError extends Error {}

/** A misspelt option would otherwise be passed over in silence. @throws UsageError naming it */
export function refuseUnknownOptions(given: object, known: object): void {
  const unknown = Object.keys(given).filter((name) => name !== '_' && !Object.hasOwn(known, name));
  if (unknown.length === 0) return;
  const list = (names: readonly string[]) => names.map((name) => `--${name}`).join(', ');
  throw new UsageError(`There is no option ${list(unknown)} here; there are ${list(Object.keys(known))}.`);
}
