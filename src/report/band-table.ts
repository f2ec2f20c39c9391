// SPDX-License-Identifier: Apache-2.0
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import type { PhotographScore } from '../record/photograph-assessment.ts';
import type { ReportSeverity } from '../record/report-record.ts';
import { readInterval } from '../scoring/bands.ts';
import type { Item } from '../scoring/items.ts';
import { score } from '../scoring/score.ts';
import type { Band, Form, ScoringSystem } from '../scoring/scoring-system.ts';
import { scoringSystems } from '../scoring/systems.ts';

/** A score of a report with what its system says of it. */
export interface ReadSeverity {
  readonly system: ScoringSystem;
  readonly form: Form;
  /**
   * The table the category was read off: the system's, or scaled to the site. Empty where nobody published one, null where
   * this version counts otherwise than the one that kept the record: its table would not be the record's.
   */
  readonly bands: readonly Band[] | null;
}

/** Undefined where the record has a score that this version does not know. */
export function readSeverity({ score: kept, photograph }: ReportSeverity): ReadSeverity | undefined {
  const system = scoringSystems.find(({ code }) => code === kept.code);
  const form = system?.forms.find(({ identifier }) => identifier === kept.form);
  if (system === undefined || form === undefined) return undefined;
  return { system, form, bands: bandsOf({ system, form }, kept, photograph.bodySite) };
}

/** Counted once more: some bands depend on the site, and records keep no tables. */
function bandsOf(
  { system, form }: { readonly system: ScoringSystem; readonly form: Form },
  { items, value, category }: PhotographScore,
  code: string,
): readonly Band[] | null {
  const read = Object.entries(items).map(([item, each]): [string, number] => [item, each.value]);
  const site = { code, ancestors: ancestorsOf(code, bodySites) };
  try {
    const counted = score(system, form, { values: Object.fromEntries(read), site });
    return counted.value === value && (counted.band?.category ?? null) === category
      ? counted.bandTable
      : null;
  } catch {
    return null;
  }
}

/** A stretch of the bar: shares of its width, 0-1. */
export interface Stretch {
  readonly band: Band;
  readonly start: number;
  readonly width: number;
  readonly isOwn: boolean;
}

export interface BandBar {
  readonly stretches: readonly Stretch[];
  /** Where the value lies, 0-1: always inside its own stretch. Null where no band is the score's own. */
  readonly mark: number | null;
}

/** Where a value lies, and how much of the bar each band has at least, 0-1, so that its name finds room. */
export interface Mark {
  readonly value: number;
  readonly category: string;
  readonly least: readonly number[];
}

/** The scale of a score, lowest band first, in proportion as far as the names allow. */
export function bandBar(bands: readonly Band[], { value, category, least }: Mark): BandBar {
  const ends = bands.map(({ range }) => endsOf(range, value));
  const whole = sum(ends.map(({ from, to }) => to - from)) || 1;
  const widths = shareOut(
    ends.map(({ from, to }) => (to - from) / whole),
    least,
  );
  const stretches = bands.map((band, at): Stretch => {
    const start = sum(widths.slice(0, at));
    return { band, start, width: widths[at] ?? 0, isOwn: band.category === category };
  });
  const own = stretches.findIndex(({ isOwn }) => isOwn);
  const [stretch, end] = [stretches[own], ends[own]];
  if (stretch === undefined || end === undefined) return { stretches, mark: null };
  const inside = end.to === end.from ? 1 / 2 : (value - end.from) / (end.to - end.from);
  return { stretches, mark: stretch.start + stretch.width * Math.min(1, Math.max(0, inside)) };
}

/** Everybody gets the least; what is left goes to those whose part is larger, by how much it is. */
function shareOut(parts: readonly number[], least: readonly number[]): readonly number[] {
  const kept = parts.map((_, at) => least[at] ?? 0);
  const left = 1 - sum(kept);
  const excess = parts.map((part, at) => Math.max(0, part - (kept[at] ?? 0)));
  const all = sum(excess);
  if (left <= 0 || all === 0) return kept.map((share) => share / (sum(kept) || 1));
  return kept.map((share, at) => share + (left * (excess[at] ?? 0)) / all);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** What has no end is drawn as long as all below it, and to the value at least. */
function endsOf(range: Band['range'], value: number): { readonly from: number; readonly to: number } {
  const { from, to } = readInterval(range);
  return { from, to: to === Number.POSITIVE_INFINITY ? Math.max(2 * from, value) : to };
}

/** A question of the form by its code; undefined for a figure that no question asks for. */
export function findItem({ form }: ReadSeverity, code: string): Exclude<Item, { kind: 'group' }> | undefined {
  const item = form.items[code];
  return item === undefined || item.kind === 'group' ? undefined : item;
}
