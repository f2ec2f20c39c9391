// SPDX-License-Identifier: Apache-2.0
import { isStorableText } from './is-storable-text.ts';

/** One answer from both databases: SQLite would keep what Postgres refuses. @throws TypeError */
export function assertStorableText(text: string): void {
  if (!isStorableText(text))
    throw new TypeError(`Expected text without NUL and half characters, received ${JSON.stringify(text)}`);
}
