// SPDX-License-Identifier: Apache-2.0

/** A stretch of a scale. */
export interface Stretch {
  readonly from: number;
  /** Infinity where there is no upper end. */
  readonly to: number;
  /** The character it is drawn with. */
  readonly fill: string;
}

/** Where a value lies on it. */
export interface Mark {
  readonly value: number;
  /** Which stretch holds it, from 0. */
  readonly at: number;
}

/** A scale in three lines. */
export interface BandBar {
  /** Blanks, then the mark: it stands inside its stretch. */
  readonly mark: string;
  /** A text for each stretch, to be coloured one by one; a blank goes between two. */
  readonly stretches: readonly string[];
  /** Where each stretch begins, and the last one ends; numbers that would touch are left out. */
  readonly scale: string;
}

/** A scale of `widthColumns`, lowest stretch first, in proportion; none vanishes. */
export function bandBar(stretches: readonly Stretch[], mark: Mark, widthColumns: number): BandBar {
  const widths = shareOut(lengthsOf(stretches, mark.value), widthColumns - (stretches.length - 1));
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + 1, 0));
  const own = stretches[mark.at];
  const share = own === undefined ? 0 : shareOf(mark.value, own.from, endOf(own, mark.value));
  const column = (starts[mark.at] ?? 0) + Math.round(share * ((widths[mark.at] ?? 1) - 1));
  return {
    mark: `${' '.repeat(column)}▼`,
    stretches: stretches.map(({ fill }, at) => fill.repeat(widths[at] ?? 1)),
    scale: scaleLine(stretches, starts, widthColumns),
  };
}

/** From each stretch to the next. A single last number is as wide as the step before it. */
function lengthsOf(stretches: readonly Stretch[], value: number): readonly number[] {
  return stretches.map((stretch, at) => {
    const [before, next] = [stretches[at - 1], stretches[at + 1]];
    if (next !== undefined) return next.from - stretch.from;
    const own = endOf(stretch, value) - stretch.from;
    return own > 0 || before === undefined ? own : stretch.from - before.from;
  });
}

/** What has no end is drawn as long as all below it, and to the mark at least. */
function endOf({ from, to }: Stretch, value: number): number {
  return to === Number.POSITIVE_INFINITY ? Math.max(2 * from, value) : to;
}

function shareOf(value: number, from: number, to: number): number {
  return to === from ? 0.5 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** Columns in proportion to the lengths, one at least each; the longest gives and takes what rounding leaves. */
function shareOut(lengths: readonly number[], columns: number): readonly number[] {
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
  const widths = lengths.map((length) => Math.max(1, Math.round((length / total) * columns)));
  const left = columns - widths.reduce((sum, width) => sum + width, 0);
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, at) => (at === widest ? Math.max(1, width + left) : width));
}

function scaleLine(stretches: readonly Stretch[], starts: readonly number[], widthColumns: number): string {
  const end = stretches.at(-1)?.to ?? 0;
  const endText = end === Number.POSITIVE_INFINITY ? '…' : String(end);
  let line = '';
  for (const [at, { from }] of stretches.entries()) {
    const start = starts[at] ?? 0;
    const fits =
      start >= line.length + (line === '' ? 0 : 1) &&
      start + String(from).length < widthColumns - endText.length;
    if (fits && from !== stretches[at - 1]?.from) line = line.padEnd(start) + String(from);
  }
  return end === stretches.at(-1)?.from ? line : line.padEnd(widthColumns - endText.length) + endText;
}
