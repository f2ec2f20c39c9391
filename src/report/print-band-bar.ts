// SPDX-License-Identifier: Apache-2.0
import type { PhotographScore } from '../record/photograph-assessment.ts';
import { readInterval } from '../scoring/bands.ts';
import type { Band } from '../scoring/scoring-system.ts';
import { type BandBar, bandBar } from './band-table.ts';
import { numberText } from './figures.ts';
import { colours, styles } from './paper-style.ts';
import type { Pen } from './pen.ts';
import type { Printing } from './printing.ts';

interface Scale {
  readonly score: Pick<PhotographScore, 'value' | 'category'>;
  readonly bands: readonly Band[];
}

interface Place {
  readonly x: number;
  readonly width: number;
}

/** A band in words, in two lines. */
interface NamedBand {
  readonly name: string;
  readonly span: string;
}

/** In points: the mark, the bar, the gap to what is below; and between two names. */
const MARK_PT = 9;
const BAR_PT = 9;
const BELOW_PT = 3;
const GUTTER_PT = 7;

/** What a bar takes with one line for each name, in points. */
export const bandBarPt = 50;

/** The bands of a score side by side, each with its name and range; a mark stands over the value. */
export function printBandBar({ paper, words }: Printing, { score, bands }: Scale, place: Place): void {
  const { value, category } = score;
  if (category === null || bands.length === 0) return;
  const named = bands.map((band) => nameBand(band, words));
  const widest = named.map(({ name, span }) =>
    Math.max(
      ...[styles.label, styles.small].flatMap((style) =>
        [name, span].map((text) => paper.widthOf(text, style)),
      ),
    ),
  );
  const bar = bandBar(bands, { value, category, least: widest.map((pt) => (pt + GUTTER_PT) / place.width) });
  const inner = bar.stretches.map(({ width }) => place.width * width - 2);
  const namePt = Math.max(...named.map(({ name }, at) => paper.heightOf(name, styles.label, inner[at] ?? 1)));
  const spanPt = paper.heightOf('0', styles.small, place.width);
  const box = { ...place, y: paper.y + BELOW_PT, height: MARK_PT + BAR_PT + namePt + spanPt + BELOW_PT };
  const alt = words.say('pdf.severity.bar', named.map(({ name, span }) => `${name} ${span}`).join('; '));
  paper.figure(alt, box, (pen) => {
    drawBar(pen, bar, { ...place, y: box.y });
    for (const [at, { start, isOwn }] of bar.stretches.entries()) {
      const style = isOwn ? { ...styles.label, colour: colours.ink } : styles.small;
      const under = { x: place.x + place.width * start, width: inner[at] ?? 1 };
      const y = box.y + MARK_PT + BAR_PT + 2;
      pen.text(named[at]?.name ?? '', { ...under, y }, style);
      pen.text(named[at]?.span ?? '', { ...under, y: y + namePt }, style);
    }
  });
  paper.moveTo(box.y + box.height + BELOW_PT);
}

function nameBand({ range, category }: Band, words: Printing['words']): NamedBand {
  const { from, to } = readInterval(range);
  const [first, last] = [from, to].map((end) => numberText(end, words.locale));
  const span = to === Number.POSITIVE_INFINITY ? `≥ ${first}` : from === to ? `${first}` : `${first}–${last}`;
  return { name: words.sayCode(`band.${category}`), span };
}

function drawBar(pen: Pen, bar: BandBar, { x, y, width }: Place & { readonly y: number }): void {
  for (const { start, width: share, isOwn } of bar.stretches) {
    const stretch = { x: x + width * start, y: y + MARK_PT, width: width * share - 2, height: BAR_PT };
    pen.fill(stretch, isOwn ? colours.accent : colours.track);
  }
  if (bar.mark !== null) pen.pointer({ x: x + width * bar.mark, y: y + MARK_PT }, colours.ink);
}
