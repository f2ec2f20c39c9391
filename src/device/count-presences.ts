// SPDX-License-Identifier: Apache-2.0
import { isPresence } from '../scoring/is-presence.ts';
import type { Items } from '../scoring/items.ts';

/**
 * Answers with 1 and 0 for what an earlier answer calls present or not, as `true` and `false` go over the wire. Anything
 * else is left as it was sent.
 */
export function countPresences(items: Items, answers: unknown): unknown {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return answers;
  const counted = Object.entries(answers).map(([code, answer]: [string, unknown]) => {
    const item = Object.hasOwn(items, code) ? items[code] : undefined;
    const isCounted = typeof answer === 'boolean' && item !== undefined && isPresence(item);
    return [code, isCounted ? Number(answer) : answer] as const;
  });
  return Object.fromEntries(counted);
}
