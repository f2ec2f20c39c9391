// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { HeatMap, ImageAnalysis } from '../record/image-analysis.ts';
import { chooseHeatMaps } from './choose-heat-maps.ts';
import { type ConditionReading, classifyCondition } from './classify-condition.ts';
import { decodeBase64 } from './decode-base64.ts';
import { decodeImage } from './decode-image.ts';
import { drawHeatMaps } from './heat-map.ts';
import type { ImageJob } from './image-reader.ts';
import { type LoadedModel, loadModel } from './load-model.ts';
import { measureQuality } from './measure-quality.ts';
import { judgeMediaValidity } from './media-validity.ts';
import type { PixelImage } from './pixel-image.ts';
import { resizePixels } from './resize-pixels.ts';
import { runNet } from './run-net.ts';

/** How photographs are read, apart from the models. */
export interface ReadSettings {
  /** Pixels of a picture as its header states them; above: `imageTooManyPixels`. */
  readonly maxPixels: number;
  /** Lowest quality score, 0-100, that is acceptable. */
  readonly qualityAcceptableFrom: number;
  /** Largest share of the *other* mass that a single catalogue entry can get, 0-1. */
  readonly priorPeak: number;
}

/** The two nets that read a photograph, loaded in this process. */
export interface LoadedModels {
  readonly condition: LoadedModel;
  readonly validity: LoadedModel;
}

/**
 * Loads both models of a set into this process.
 * @throws Error naming every problem
 */
export async function loadModels(dirs: { condition: string; validity: string }): Promise<LoadedModels> {
  return { condition: await loadModel(dirs.condition), validity: await loadModel(dirs.validity) };
}

/** Side that the working picture needs, for the larger of the two inputs. */
function findNeededPx(models: LoadedModels): number {
  const inputs = [models.condition.manifest.input, models.validity.manifest.input];
  return Math.max(...inputs.flatMap(({ widthPx, heightPx }) => [widthPx, heightPx]));
}

/** The pictures for both nets; made once where their inputs have the same size. */
function makeNetPictures(models: LoadedModels, working: PixelImage) {
  const wanted = models.condition.manifest.input;
  const other = models.validity.manifest.input;
  const condition = resizePixels(working, wanted);
  const isSame = wanted.widthPx === other.widthPx && wanted.heightPx === other.heightPx;
  return { condition, validity: isSame ? condition : resizePixels(working, other) };
}

async function drawMaps(reading: ConditionReading, working: PixelImage, priorPeak: number) {
  const chosen = chooseHeatMaps(reading, priorPeak);
  if (reading.maps === undefined) return [];
  return drawHeatMaps(working, reading.maps, chosen);
}

/** Runs a step and gives its result and its seconds. */
async function timed<T>(step: () => T | Promise<T>): Promise<readonly [result: T, seconds: number]> {
  const startMs = performance.now();
  const result = await step();
  return [result, (performance.now() - startMs) / 1000];
}

export type ReadJob = Pick<ImageJob, 'bytes' | 'encoding' | 'withHeatMaps'>;

/**
 * Reads one photograph in this process: decode, quality, both nets, heat maps. Blocks the thread for tens of
 * milliseconds; a server reads in worker processes (`createImageReader`).
 * @throws DeviceError `invalidRequest` (not base64), `unsupportedImage`, `damagedImage`, `imageTooManyPixels`
 */
export async function readImage(
  models: LoadedModels,
  job: ReadJob,
  settings: ReadSettings,
): Promise<ImageAnalysis> {
  const startMs = performance.now();
  const bytes = job.encoding === 'base64' ? decodeBase64(job.bytes) : job.bytes;
  const limits = { maxPixels: settings.maxPixels, neededPx: findNeededPx(models) };
  const [image, decodeS] = await timed(() => decodeImage(bytes, limits));
  const [quality, qualityS] = await timed(() => measureQuality(image, bytes));
  const pictures = makeNetPictures(models, image.working);
  const validity = await runNet(models.validity, pictures.validity);
  const reading = await classifyCondition(models.condition, pictures.condition);
  const [heatMaps, heatMapsS] = await timed<readonly HeatMap[]>(() =>
    job.withHeatMaps ? drawMaps(reading, image.working, settings.priorPeak) : [],
  );
  const { evidence, otherProbability, topLabel } = reading;
  const judge = { model: models.validity, probabilities: validity.probabilities };
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format: image.format,
    ...image.full,
    validity: judgeMediaValidity(quality, judge, settings.qualityAcceptableFrom),
    evidence: evidence.map(({ condition, probability }) => ({ condition, probability })),
    otherProbability,
    topLabel,
    heatMaps,
    timings: {
      decodeS,
      qualityS,
      inferenceS: validity.inferenceS + reading.inferenceS,
      heatMapsS,
      totalS: (performance.now() - startMs) / 1000,
    },
  };
}
