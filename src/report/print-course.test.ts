// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { altsOf, printed, reportLocales } from '../../test/fixtures/printed-report.ts';
import { squash } from '../../test/fixtures/read-pdf.ts';
import { chooseNamed, drawCourse, placePoints } from './draw-course.ts';
import type { Box } from './pen.ts';
import { createReportWords } from './report-words.ts';

const weeksAgo = (weeks: number) => Date.UTC(2026, 2, 1) - weeks * 7 * 86_400_000;

/** Scores of one week each, the oldest first; the report's own is 6.3. */
const weekly = (...values: readonly number[]) =>
  new Map([
    [
      'apasiLocal',
      values.map((value, at) => ({ value, createdAtMs: weeksAgo(values.length - at) })).toReversed(),
    ],
  ]);

describe('earlier scores on paper', () => {
  it.each(reportLocales)('are printed as a curve and in words, oldest first, in %s', async (locale) => {
    const report = await printed({}, { locale, earlier: weekly(9, 8.5) });
    const { say } = createReportWords(locale);
    const point = locale === 'en' ? '.' : ',';
    const colon = locale === 'fr' ? '\u00a0:' : ':';
    const days = `2026-02-15${colon} 9 · 2026-02-22${colon} 8${point}5 · 2026-03-01${colon} 6${point}3`;
    for (const text of [
      say('pdf.course.heading'),
      say('pdf.course.first', '2026-02-15: 9'),
      say('pdf.course.fallen', `30${point}0 %`),
      say('pdf.course.caution'),
      days,
    ])
      expect(report.text, text).toContain(squash(text));
    expect(altsOf(report)).toContainEqual(say('pdf.course.curve', days.replaceAll(' · ', '; ')));
  });

  it.each([
    [[3], 'Since then the figure has risen by 110.0 %.'],
    [[6.3], 'The figure is the same today.'],
  ])('after %j are not judged', async (values, sentence) => {
    const { text } = await printed({}, { earlier: weekly(...values) });
    expect(text).toContain(squash(sentence));
    expect(text).not.toMatch(/improved|better|worse(?!sincethewinter)/i);
  });

  it('have no percentage after a score of nothing', async () => {
    const { text } = await printed({}, { earlier: weekly(0) });
    expect(text).toContain(squash('First score, 2026-02-22: 0.'));
    expect(text).not.toContain(squash('Since then'));
  });

  it('are all in the curve and the latest twelve in words, where there are many', async () => {
    const report = await printed({}, { earlier: weekly(...Array.from({ length: 200 }, (_, at) => at % 40)) });
    expect(report.text).toContain(squash('… · 2025-12-14: 29'));
    const curve = altsOf(report).find((alt) => alt.startsWith('Course of the score')) ?? '';
    expect(curve.split(';')).toHaveLength(201);
  });

  it('of another form, and of none, print nothing', async () => {
    const other = new Map([['avasiLocal', [{ value: 1, createdAtMs: 0 }]]]);
    for (const earlier of [other, new Map([['apasiLocal', []]])]) {
      const { text } = await printed({}, { earlier });
      expect(text).not.toContain(squash('Earlier scores'));
    }
  });

  it('stay off the patient’s sheet', async () => {
    const { text } = await printed({}, { audience: 'patient', earlier: weekly(9) });
    expect(text).not.toContain(squash('Earlier scores'));
  });
});

const box = { x: 0, y: 0, width: 400, height: 60 };

/** How far down the line lies that the curve stands on. */
function drawnGround(): number | undefined {
  const filled: Box[] = [];
  const nothing = () => undefined;
  const pen = { outline: nothing, stroke: nothing, pointer: nothing, text: nothing, line: nothing };
  const drawing = { box, locale: 'en' as const, widthOf: () => 20 };
  drawCourse({ ...pen, fill: (each) => filled.push(each) }, [{ value: 0, atMs: 0 }], drawing);
  return filled[0]?.y;
}

describe('the curve', () => {
  it('lies inside its box, runs with time, and starts at zero', () => {
    const values = [0, 10, 5];
    const places = placePoints(
      values.map((value, at) => ({ value, atMs: at ** 2 * 1000 })),
      box,
    );
    const [none, most, half] = places;
    if (none === undefined || most === undefined || half === undefined) throw new Error('Expected three');
    expect(most.x - none.x).toBeCloseTo((half.x - none.x) / 4);
    expect(none.y - half.y).toBeCloseTo((none.y - most.y) / 2);
    expect(none.y).toBe(drawnGround());
    for (const { x, y } of places) expect([x > 0 && x < 400, y > 0 && y < 60]).toEqual([true, true]);
  });

  it('is drawn where all scores are of one moment, or none is above zero', () => {
    const places = placePoints(
      [
        { value: 0, atMs: 5 },
        { value: 0, atMs: 5 },
      ],
      box,
    );
    expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(places[1]?.x).toBeGreaterThan(places[0]?.x ?? 0);
  });

  it('names the last place and whatever finds room beside it', () => {
    const places = [0, 10, 50, 95, 100].map((x) => ({ x, y: 0 }));
    expect(chooseNamed(places, () => 20)).toEqual([4, 0, 2]);
    expect(chooseNamed([{ x: 3, y: 0 }], () => 20)).toEqual([0]);
  });
});
