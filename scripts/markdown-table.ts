// SPDX-License-Identifier: Apache-2.0
import type { Estimate } from '../src/cli/evaluation/wilson-interval.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** `0.812 (0.790-0.833)`, or a dash where there was nothing to measure. */
export function inWords(estimate: Estimate | null | undefined): string {
  if (!estimate || estimate.value === null) return '–';
  const { value, low, high } = estimate;
  if (low === null || high === null) return value.toFixed(3);
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

export const generated = (source: string, command: string): string =>
  `<!-- Generated from ${source} by \`${command}\`: change that, then run it again. -->\n`;
