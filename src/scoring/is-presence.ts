// SPDX-License-Identifier: Apache-2.0
import type { Item } from './items.ts';
import { noYes } from './scales.ts';

/** Whether an item is something that a photograph shows or does not show: 1 or 0. */
export function isPresence(item: Item): boolean {
  return item.kind === 'choice' && item.by === 'seen' && item.options === noYes;
}
