// SPDX-License-Identifier: Apache-2.0
import type { Paper } from './paper.ts';
import { sheet, styles } from './paper-style.ts';

/** Above and below a heading, in points: looked at in print. */
const ABOVE_PT = 9;
const BELOW_PT = 3;

/** The heading of a part; turns the page where the heading and `heightPt` below it find no room. */
export function printHeading(paper: Paper, text: string, heightPt: number): void {
  const own = paper.heightOf(text, styles.heading, sheet.innerPt);
  paper.need(ABOVE_PT + own + BELOW_PT + heightPt);
  if (paper.y > sheet.topPt) paper.moveTo(paper.y + ABOVE_PT);
  paper.paragraph('H2', text, styles.heading);
  paper.moveTo(paper.y + BELOW_PT);
}
