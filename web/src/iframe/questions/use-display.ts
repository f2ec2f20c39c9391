// SPDX-License-Identifier: Apache-2.0
import type { NumberItem } from '@openderm/contract';
import type { Static } from 'typebox';
import { useWords } from '../words/iframe-text.ts';
import { nameIn } from '../words/name-in.ts';

/** How an answer is written, with what it counts, e.g. `30 %`. */
export function useDisplay({
  display,
  decimals,
}: Pick<Static<typeof NumberItem>, 'display' | 'decimals'>): (value: number) => string {
  const { language, number } = useWords();
  const pattern = nameIn(display, language) ?? '{value}';
  return (value) =>
    pattern.replace('{value}', number(value, Number.isInteger(value) ? 0 : Math.min(decimals, 2)));
}
