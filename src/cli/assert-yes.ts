// SPDX-License-Identifier: Apache-2.0
import { UsageError } from './cli-context.ts';

/** For commands that erase: a word that nobody types by mistake. */
export const yesArgument = {
  type: 'boolean',
  description: 'Yes, for good: nothing can bring it back',
} as const;

/** @throws UsageError */
export function assertYes(yes: boolean | undefined): void {
  if (yes !== true) throw new UsageError('What is erased cannot be brought back. Add --yes to do it.');
}
