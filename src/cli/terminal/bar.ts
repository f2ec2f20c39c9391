// SPDX-License-Identifier: Apache-2.0

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/**
 * A bar as long as `share` (0-1) of `widthColumns`, in steps of an eighth of a character; anything above nothing is
 * visible.
 * @example bar(0.5, 4) // '██'
 */
export function bar(share: number, widthColumns: number): string {
  const steps = Math.round(Math.max(0, Math.min(1, share)) * widthColumns * 8);
  const visible = share > 0 ? Math.max(1, steps) : 0;
  return '█'.repeat(Math.floor(visible / 8)) + EIGHTHS[visible % 8];
}
