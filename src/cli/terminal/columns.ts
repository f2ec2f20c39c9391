// SPDX-License-Identifier: Apache-2.0
import Table from 'cli-table3';

export interface Column {
  /** Gap included. */
  readonly widthColumns: number;
  readonly align?: 'left' | 'right';
}

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map(
    (part) => [part, ''],
  ),
);
const NO_INNER_LINES = Object.fromEntries(
  ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'].map((part) => [part, '']),
);

/**
 * Rows set in columns without lines, the last character of each column kept free; a longer cell ends in an ellipsis.
 * Colour codes and wide characters count as wide as they look.
 */
export function setInColumns(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: { ...NO_LINES, ...NO_INNER_LINES },
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [] },
    colWidths: columns.map(({ widthColumns }) => widthColumns),
    colAligns: columns.map(({ align }) => align ?? 'left'),
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
