// SPDX-License-Identifier: Apache-2.0
import type { PhotographScore } from '../record/photograph-assessment.ts';
import { readInterval } from '../scoring/bands.ts';
import type { Band } from '../scoring/scoring-system.ts';
import { type BandBar, bandBar } from './band-table.ts';
import { numberText } from './figures.ts';
import type { Pen } from './paper.ts';
import { colours, styles } from './paper-style.ts';
import type { Printing } from './printing.ts';

interface Scale {
  readonly score: Pick<PhotographScore, 'value' | 'category'>;
  readonly bands: readonly Band[];
}

interface Place {
  readonly x: number;
  readonly width: number;
}

/** Heights in points: the mark, the bar, the gap to what is below. */
const MARK_PT = 9;
const BAR_PT = 9;
const BELOW_PT = 3;

/** The bands of a score side by side, each with its name and where it begins; a mark stands over the value. */
export function printBandBar({ paper, words }: Printing, { score, bands }: Scale, place: Place): void {
  const { value, category } = score;
  if (category === null || bands.length === 0) return;
  const bar = bandBar(bands, value, category);
  const names = bar.stretches.map(({ band }) => nameOf(band, words));
  const inner = bar.stretches.map(({ width }) => place.width * width - 4);
  const namesPt = Math.max(...names.map((name, at) => paper.heightOf(name, styles.small, inner[at] ?? 1)));
  const box = { ...place, y: paper.y, height: MARK_PT + BAR_PT + namesPt + BELOW_PT };
  const alt = words.say('pdf.severity.bar', names.join('; '));
  paper.figure(alt, box, (pen) => {
    drawBar(pen, bar, { ...place, y: box.y });
    for (const [at, { start, isOwn }] of bar.stretches.entries()) {
      const style = isOwn ? { ...styles.label, colour: colours.ink } : styles.small;
      const under = {
        x: place.x + place.width * start,
        y: box.y + MARK_PT + BAR_PT + 1,
        width: inner[at] ?? 1,
      };
      pen.text(names[at] ?? '', under, style);
    }
  });
  paper.moveTo(box.y + box.height + BELOW_PT);
}

function nameOf({ range, category }: Band, words: Printing['words']): string {
  const { from, to } = readInterval(range);
  const [first, last] = [from, to].map((end) => numberText(end, words.locale));
  const text = to === Number.POSITIVE_INFINITY ? `≥ ${first}` : from === to ? `${first}` : `${first}–${last}`;
  return `${words.sayCode(`band.${category}`)} ${text}`;
}

function drawBar(pen: Pen, bar: BandBar, { x, y, width }: Place & { readonly y: number }): void {
  for (const { start, width: share, isOwn } of bar.stretches) {
    const stretch = { x: x + width * start, y: y + MARK_PT, width: width * share - 1.5, height: BAR_PT };
    pen.fill(stretch, isOwn ? colours.accent : colours.track);
  }
  pen.pointer({ x: x + width * bar.mark, y: y + MARK_PT }, colours.ink);
}
