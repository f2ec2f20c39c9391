// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { type MeasuredQuality, measureQuality } from '../../src/quality/measure-quality.ts';
import { decodeImage } from '../../src/vision/decode-image.ts';
import { type Degradation, degradations, type Photo } from './degrade-photo.ts';

/**
 * How well the image quality score behaves: on unharmed photographs (should be acceptable), and on the same ones
 * harmed step by step (should only fall, and name the right reason).
 *
 *   node training/quality/calibrate-quality.ts [--per-set 20] [--unharmed-per-set 200] [--only noise] [--seed 1] FOLDER...
 *
 * Each FOLDER is a set: pictures anywhere below it, folders called `masks` left out.
 */

const acceptableFrom = 41;

function listPictures(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'masks' ? [] : listPictures(path);
    return /\.(jpe?g|png|webp)$/i.test(entry.name) ? [path] : [];
  });
}

/** Seeded choice without repetition. */
function choose<T>(items: readonly T[], count: number, seed: number): T[] {
  let state = seed >>> 0;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { item, key: state };
  });
  return keyed
    .sort((left, right) => left.key - right.key)
    .slice(0, count)
    .map(({ item }) => item);
}

async function judge(bytes: Uint8Array): Promise<MeasuredQuality> {
  return measureQuality(await decodeImage(bytes, { maxPixels: 5e7, neededPx: 224 }), bytes);
}

async function openPhoto(path: string): Promise<Photo> {
  const opened = sharp(readFileSync(path)).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb');
  const { data, info } = await opened.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

const ranks = (values: readonly number[]): number[] =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same - 1) / 2;
  });

/** Spearman's rank correlation; 0 when one side does not vary. */
function correlate(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [ranks(left), ranks(right)];
  const mean = (left.length - 1) / 2;
  const cross = a.reduce((sum, rank, index) => sum + (rank - mean) * ((b[index] ?? 0) - mean), 0);
  const spread = (of: number[]) => of.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const product = Math.sqrt(spread(a) * spread(b));
  return product === 0 ? 0 : cross / product;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`.padStart(8);

/** A rise of a point or two is rounding, not a fault. */
const toleratedRise = 2;

interface Tally {
  correlations: number[];
  monotone: number;
  refused: number;
  refusable: number;
  named: number;
  scores: number[][];
}

async function runDegradation(degradation: Degradation, photos: readonly Photo[]): Promise<Tally> {
  const { steps, refusedFrom, reason } = degradation;
  const tally: Tally = {
    correlations: [],
    monotone: 0,
    refused: 0,
    refusable: 0,
    named: 0,
    scores: steps.map(() => []),
  };
  for (const photo of photos) {
    const judged: MeasuredQuality[] = [];
    for (const step of steps) judged.push(await judge(await degradation.apply(photo, step)));
    const scores = judged.map(({ score }) => score);
    scores.forEach((score, index) => void tally.scores[index]?.push(score));
    tally.correlations.push(correlate(steps, scores));
    if (scores.every((score, index) => index === 0 || score <= (scores[index - 1] ?? 0) + toleratedRise)) {
      tally.monotone++;
    }
    judged.forEach((quality, index) => {
      if ((steps[index] ?? 0) < refusedFrom) return;
      tally.refusable++;
      if (quality.score < acceptableFrom) tally.refused++;
      if (quality.reasons[0] === reason) tally.named++;
    });
  }
  return tally;
}

async function reportUnharmed(folders: readonly string[], perSet: number, seed: number): Promise<void> {
  console.log('unharmed: acceptable, median and lowest scores, first reasons of the refused');
  for (const folder of folders) {
    const judged: { path: string; quality: MeasuredQuality }[] = [];
    for (const path of choose(listPictures(folder), perSet, seed)) {
      judged.push({ path, quality: await judge(readFileSync(path)) });
    }
    const scores = judged.map(({ quality }) => quality.score).sort((left, right) => left - right);
    const poor = judged.filter(({ quality }) => quality.score < acceptableFrom);
    const reasons = Map.groupBy(poor, ({ quality }) => quality.reasons[0]);
    const words = [...reasons].map(([reason, of]) => `${reason} ${of.length}`).join(', ');
    const accepted = percent(scores.length - poor.length, scores.length);
    const low = scores.slice(0, 5).join(' ');
    console.log(
      `  ${basename(folder).padEnd(28)}${accepted}  median ${median(scores)}  lowest ${low}  ${words}`,
    );
  }
}

async function reportDegradations(photos: readonly Photo[], only: string): Promise<void> {
  console.log(
    `\nharmed, ${photos.length} photographs: Spearman (median, worst), falling throughout, refused and`,
  );
  console.log('rightly named where the harm is severe, median score per step');
  for (const degradation of degradations.filter(({ name }) => name.includes(only))) {
    const tally = await runDegradation(degradation, photos);
    const correlations = [...tally.correlations].sort((left, right) => right - left);
    const worst = (correlations[0] ?? 0).toFixed(2);
    const line = [
      median(correlations).toFixed(3).padStart(7),
      worst.padStart(6),
      percent(tally.monotone, photos.length),
      percent(tally.refused, tally.refusable),
      percent(tally.named, tally.refusable),
      `  ${tally.scores.map(median).join(' ')}`,
    ].join(' ');
    console.log(`  ${degradation.name.padEnd(46)}${line}`);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'per-set': { type: 'string', default: '20' },
    'unharmed-per-set': { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
await reportUnharmed(positionals, Number(values['unharmed-per-set']), seed);
const chosen = positionals.flatMap((folder) => choose(listPictures(folder), Number(values['per-set']), seed));
const photos: Photo[] = [];
for (const path of chosen) photos.push(await openPhoto(path));
await reportDegradations(photos, values.only);
