// SPDX-License-Identifier: Apache-2.0

/** One row of docs/reference/phantoms.md. */
export interface PhantomRow {
  /** As it is named there, e.g. `plaques: erythema`. */
  readonly what: string;
  readonly n: string;
  /** Spearman over all tones. */
  readonly correlation: string;
  /** Mean error with the mean true value; a dash for signs. */
  readonly error: string;
  readonly shortfalls: string;
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function toRow(head: readonly string[], cells: readonly string[]): PhantomRow {
  const at = (name: string) => cells[head.indexOf(name)] ?? '–';
  const isCounted = head.includes('mean error');
  return {
    what: at('what'),
    n: at('n'),
    correlation: at(isCounted ? 'rank correlation' : 'all'),
    error: isCounted ? `${at('mean error')} of ${at('mean truth')}` : '–',
    shortfalls: at('falls short of the aim in'),
  };
}

/** All rows of all tables of the page. */
export function readPhantomRows(page: string): readonly PhantomRow[] {
  const rows: PhantomRow[] = [];
  let head: readonly string[] = [];
  for (const line of page.split('\n')) {
    if (!line.startsWith('|')) continue;
    const cells = cellsOf(line);
    if (cells[0] === 'what') head = cells;
    else if (cells[0] !== '---') rows.push(toRow(head, cells));
  }
  return rows;
}
