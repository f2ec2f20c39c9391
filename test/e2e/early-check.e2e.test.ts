// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameLocator } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import condition from '../../models/condition-default/model.json' with { type: 'json' };
import { measureQuality } from '../../src/quality/measure-quality.ts';
import { nameFaults } from '../../src/quality/name-faults.ts';
import { decodeImage } from '../../src/vision/decode-image.ts';
import { findChromium } from '../fixtures/chromium.ts';
import { desktop, visitFramed } from '../fixtures/framed-visit.ts';
import { canRun } from '../fixtures/guards.ts';
import { type IframeDesk, startIframeDesk } from '../fixtures/iframe-desk.ts';
import { walkTo } from '../fixtures/iframe-walk.ts';

const found = findChromium();
const examples = fileURLToPath(new URL('../../examples/photos/', import.meta.url));

/** The setting that servers come with. @source src/config.ts */
const acceptableFrom = 41;
/** Ninety photographs on a machine that has other things to do as well. */
const patience = { timeout: 540_000 };

/** Of one visit. */
const mostAtOnce = 20;

/** What happens to photographs on the way from a hand to a page. */
const harms: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  none: (picture) => picture,
  soft: (picture) => picture.blur(2),
  blurred: (picture) => picture.blur(6),
  dark: (picture) => picture.linear(0.3, 0),
  bright: (picture) => picture.linear(1.5, 90),
  veiled: (picture) => picture.linear(0.08, 120),
  small: (picture) => picture.resize(96, 96, { fit: 'inside' }),
  enlarged: (picture) => picture.resize(3200, 3200, { fit: 'inside' }),
};

const asPhones = { quality: 90 };

interface Finding {
  readonly name: string;
  readonly score: number;
  /** What to change first; undefined where nothing. */
  readonly reason: string | undefined;
}

describe.runIf(canRun('chromium', found.missing))('the first look at a photograph, in the browser', () => {
  let desk: IframeDesk;
  let folder: string;

  beforeAll(async () => {
    [desk, folder] = await Promise.all([
      startIframeDesk({ settings: { OPENDERM_QUALITY_THRESHOLD: String(acceptableFrom) } }),
      mkdtemp(join(tmpdir(), 'openderm-early-')),
    ]);
  });

  afterAll(async () => {
    await desk?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function lookInBrowser(names: readonly string[]): Promise<readonly Finding[]> {
    const { screen, end } = await visitFramed(desk, desktop);
    try {
      await walkTo(screen, 'photos');
      await screen.getByTestId('photos').setInputFiles(names.map((name) => join(folder, name)));
      return await readFirstLooks(screen, names);
    } finally {
      await end();
    }
  }

  test('finds what the server finds, on every example and on what may happen to it', patience, async () => {
    const names = await harmExamples(folder);
    const early: Finding[] = [];
    for (let at = 0; at < names.length; at += mostAtOnce)
      early.push(...(await lookInBrowser(names.slice(at, at + mostAtOnce))));
    const late = await Promise.all(names.map((name) => lookOnServer(folder, name)));
    const agreement = compare(early, late);
    console.info(describeAgreement(agreement));
    expect(agreement.pictures).toBe(names.length);
    expect(agreement.sameVerdict).toBeGreaterThanOrEqual(0.97);
    expect(agreement.sameReason).toBeGreaterThanOrEqual(0.95);
    expect(agreement.meanDifference).toBeLessThanOrEqual(1);
    // Some are refused and some are not, else agreeing would be easy.
    expect(late.some(({ score }) => score < acceptableFrom)).toBe(true);
    expect(late.some(({ score }) => score >= acceptableFrom)).toBe(true);
  });
});

async function harmExamples(folder: string): Promise<readonly string[]> {
  const files = (await readdir(examples)).filter((name) => name.endsWith('.jpg'));
  const names: string[] = [];
  for (const file of files) {
    const original = await readFile(join(examples, file));
    for (const [harm, apply] of Object.entries(harms)) {
      const name = `${harm}-${file}`;
      const bytes = harm === 'none' ? original : await apply(sharp(original)).jpeg(asPhones).toBuffer();
      await writeFile(join(folder, name), bytes);
      names.push(name);
    }
  }
  return names;
}

async function readFirstLooks(screen: FrameLocator, names: readonly string[]): Promise<readonly Finding[]> {
  const cards = screen.locator('.photo-card[data-early]');
  await cards.nth(names.length - 1).waitFor(patience);
  const seen = await Promise.all((await cards.all()).map((card) => card.getAttribute('data-early')));
  return seen.map((text, index) => {
    const [score, reason] = (text ?? '').split(' ');
    return { name: names[index] ?? '', score: Number(score), reason };
  });
}

/** As a server with the model that comes with the project. */
async function lookOnServer(folder: string, name: string): Promise<Finding> {
  const bytes = await readFile(join(folder, name));
  const { widthPx, heightPx } = condition.input;
  const image = await decodeImage(bytes, {
    maxPixels: 50_000_000,
    neededPx: Math.max(widthPx, heightPx),
  });
  const quality = measureQuality(image, bytes);
  const [reason] = nameFaults(quality, quality.score >= acceptableFrom);
  return { name, score: quality.score, reason };
}

function compare(early: readonly Finding[], late: readonly Finding[]) {
  const pairs = early.flatMap((each) => {
    const other = late.find(({ name }) => name === each.name);
    return other === undefined ? [] : [[each, other] as const];
  });
  const share = (is: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(is).length / pairs.length;
  const isFine = ({ score }: Finding) => score >= acceptableFrom;
  const differences = pairs.map(([one, other]) => Math.abs(one.score - other.score));
  return {
    pictures: pairs.length,
    sameVerdict: share(([one, other]) => isFine(one) === isFine(other)),
    sameReason: share(([one, other]) => one.reason === other.reason),
    meanDifference: differences.reduce((sum, value) => sum + value, 0) / differences.length,
    largestDifference: Math.max(...differences),
    apart: pairs.filter(([one, other]) => isFine(one) !== isFine(other) || one.reason !== other.reason),
  };
}

function describeAgreement(agreement: ReturnType<typeof compare>): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const { pictures, sameVerdict, sameReason, meanDifference, largestDifference, apart } = agreement;
  return [
    `early check: ${pictures} pictures, same verdict ${percent(sameVerdict)}, same first reason ${percent(sameReason)},`,
    `score apart by ${meanDifference.toFixed(2)} on average, ${largestDifference} at most`,
    ...apart.map(
      ([one, other]) => `  ${one.name}: ${one.score} ${one.reason} / ${other.score} ${other.reason}`,
    ),
  ].join('\n');
}
