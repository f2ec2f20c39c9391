// SPDX-License-Identifier: Apache-2.0
import type { ReportLocale } from '../record/company.ts';
import { dayText, numberText } from './figures.ts';
import { colours, styles } from './paper-style.ts';
import type { Box, Pen } from './pen.ts';

/** A score and its moment, in milliseconds since the epoch. */
export interface CoursePoint {
  readonly value: number;
  readonly atMs: number;
}

interface Drawing {
  readonly box: Box;
  readonly locale: ReportLocale;
  /** Of a small text on one line, in points. */
  widthOf(text: string): number;
}

/** In points: the line of values above, the line of days below, half of a dot and of the last one, and half a day's name. */
const ABOVE_PT = 12;
const BELOW_PT = 14;
const DOT_PT = 2.2;
const LAST_DOT_PT = 3;
const RIM_PT = 26;

/** Between two names, in points. */
const GUTTER_PT = 6;

/** A curve over time, with zero on its ground line; as many dots are named as find room, the last one always. */
export function drawCourse(pen: Pen, points: readonly CoursePoint[], drawing: Drawing): void {
  const { box, locale } = drawing;
  const places = placePoints(points, box);
  const floor = box.y + box.height - BELOW_PT;
  pen.fill({ x: box.x, y: floor, width: box.width, height: 0.5 }, colours.line);
  pen.stroke(places, colours.accent);
  for (const [at, { x, y }] of places.entries()) {
    const isLast = at === places.length - 1;
    const half = isLast ? LAST_DOT_PT : DOT_PT;
    const dot = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
    pen.fill(dot, isLast ? colours.ink : colours.accent, half);
  }
  const named = chooseNamed(places, (at) => drawing.widthOf(dayText(points[at]?.atMs ?? 0)) + GUTTER_PT);
  for (const at of named) {
    const [point, place] = [points[at], places[at]];
    if (point === undefined || place === undefined) continue;
    const under = { x: place.x - RIM_PT, width: 2 * RIM_PT };
    pen.text(numberText(point.value, locale), { ...under, y: place.y - ABOVE_PT - DOT_PT }, styles.curve);
    pen.text(dayText(point.atMs), { ...under, y: floor + LAST_DOT_PT }, styles.curve);
  }
}

/** A place on the sheet, in points. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** By time from left to right; side by side where all are of one moment. */
export function placePoints(points: readonly CoursePoint[], box: Box): readonly Place[] {
  const most = Math.max(...points.map(({ value }) => value), Number.MIN_VALUE);
  const first = points[0]?.atMs ?? 0;
  const span = (points.at(-1)?.atMs ?? 0) - first;
  const width = box.width - 2 * RIM_PT;
  const height = box.height - ABOVE_PT - BELOW_PT - DOT_PT;
  return points.map(({ value, atMs }, at) => {
    const share = span > 0 ? (atMs - first) / span : at / Math.max(1, points.length - 1);
    return {
      x: box.x + RIM_PT + width * share,
      y: box.y + box.height - BELOW_PT - height * Math.max(0, value / most),
    };
  });
}

/** Numbers of the places whose names do not run into each other: the last, the first, then from the left. */
export function chooseNamed(places: readonly Place[], widthOf: (at: number) => number): readonly number[] {
  const order = [places.length - 1, ...places.keys()].filter(
    (at, index) => index === 0 || at < places.length - 1,
  );
  const chosen: number[] = [];
  for (const at of order) {
    const isFree = chosen.every((other) => {
      const apart = Math.abs((places[at]?.x ?? 0) - (places[other]?.x ?? 0));
      return apart >= (widthOf(at) + widthOf(other)) / 2;
    });
    if (isFree) chosen.push(at);
  }
  return chosen;
}
