// SPDX-License-Identifier: Apache-2.0

import type { ReportSeverity } from '../record/report-record.ts';
import type { ScoreChange } from '../record/severity-assessment.ts';
import { scoreChange } from '../scoring/score-change.ts';
import type { ReadSeverity } from './band-table.ts';
import { type CoursePoint, drawCourse } from './draw-course.ts';
import { dayText, numberText, percentText } from './figures.ts';
import { sheet, styles } from './paper-style.ts';
import type { Printing } from './printing.ts';

/** What the curve and the lines around it take, in points: looked at in print. */
const CURVE_PT = 66;
const GAP_PT = 4;
export const coursePt = CURVE_PT + 60;

/** More are in the curve and not in words: our own choice. */
const MOST_LISTED = 12;

/** What became of a score since the first one of the same patient and site. */
interface Course {
  readonly change: ScoreChange;
  /** Oldest first, the score of this report last. */
  readonly points: readonly CoursePoint[];
}

/** Undefined where no earlier score is known. */
export function courseOf(
  { record, earlier }: Pick<Printing, 'record' | 'earlier'>,
  { score }: ReportSeverity,
  read: ReadSeverity | undefined,
): Course | undefined {
  const known = earlier.get(score.form) ?? [];
  if (read === undefined) return undefined;
  const toPoint = ({ value, atMs }: CoursePoint) => ({ value, atMs, answers: null });
  const current = { value: score.value, atMs: record.createdAtMs };
  const before = known.map(({ value, createdAtMs: atMs }) => ({ value, atMs }));
  const change = scoreChange(read.system, toPoint(current), before.map(toPoint));
  if (change === null) return undefined;
  return { change, points: [...before.toSorted((a, b) => a.atMs - b.atMs), current] };
}

/** The earlier scores as a curve and in words, below their score. */
export function printCourse({ paper, words }: Printing, { change, points }: Course): void {
  const texts = points.map(({ value, atMs }) => words.pair(dayText(atMs), numberText(value, words.locale)));
  paper.need(coursePt);
  paper.moveTo(paper.y + GAP_PT);
  paper.paragraph('H3', words.say('pdf.course.heading'), styles.strong);
  paper.paragraph(
    'P',
    `${words.say('pdf.course.first', texts[0])}. ${changeText(change, { words })}`,
    styles.body,
  );
  const box = { x: sheet.leftPt, y: paper.y + GAP_PT, width: sheet.innerPt, height: CURVE_PT };
  paper.figure(words.say('pdf.course.curve', texts.join('; ')), box, (pen) =>
    drawCourse(pen, points, {
      box,
      locale: words.locale,
      widthOf: (text) => paper.widthOf(text, styles.small),
    }),
  );
  paper.moveTo(box.y + box.height + GAP_PT);
  const listed = texts.length > MOST_LISTED ? ['…', ...texts.slice(-MOST_LISTED)] : texts;
  paper.paragraph('P', listed.join(' · '), styles.small);
  paper.paragraph('P', words.say('pdf.course.caution'), styles.small);
}

/** Neither better nor worse: whether a change of the figure is one of the skin is for a clinician to say. */
function changeText({ reductionPercent, trend }: ScoreChange, { words }: Pick<Printing, 'words'>): string {
  if (trend === 'unchanged') return words.say('pdf.course.same');
  if (reductionPercent === null) return '';
  const percent = percentText(Math.abs(reductionPercent) / 100, words.locale);
  return words.say(reductionPercent > 0 ? 'pdf.course.fallen' : 'pdf.course.risen', percent);
}
