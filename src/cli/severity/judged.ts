// SPDX-License-Identifier: Apache-2.0
import type { ValueTree } from '../../scoring/items.ts';
import type { Score } from '../../scoring/score.ts';
import type { Form, Interval, ScoringSystem } from '../../scoring/scoring-system.ts';

/** Answers with the score they give. */
export interface Judged {
  readonly system: ScoringSystem;
  readonly form: Form;
  readonly values: ValueTree;
  /** Code of the body site, where one was named. */
  readonly site: string | undefined;
  readonly result: Score;
}

/** The ends of `[7, 15)`; Infinity where there is none. */
export function readBounds(range: Interval): { readonly from: number; readonly to: number } {
  const [from = '', to = ''] = range.slice(1, -1).split(', ');
  return { from: Number(from), to: to === '∞' ? Number.POSITIVE_INFINITY : Number(to) };
}

/**
 * A range of scores in signs that are read alike in every language.
 * @example shownRange('[7, 15)') // '≥ 7, < 15'
 */
export function shownRange(range: Interval): string {
  const { from, to } = readBounds(range);
  if (from === to) return String(from);
  const lower = `${range.startsWith('[') ? '≥' : '>'} ${from}`;
  if (to === Number.POSITIVE_INFINITY) return lower;
  return `${lower}, ${range.endsWith(']') ? '≤' : '<'} ${to}`;
}
