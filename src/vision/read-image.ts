// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { measureQuality } from '../quality/measure-quality.ts';
import type { PixelImage } from '../quality/pixel-image.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import { chooseHeatMaps } from './choose-heat-maps.ts';
import { type ConditionReading, classifyCondition } from './classify-condition.ts';
import { decodeBase64 } from './decode-base64.ts';
import { type DecodedImage, decodeImage, reencodePhotograph } from './decode-image.ts';
import { drawHeatMaps } from './heat-map.ts';
import type { ImageJob } from './image-reader.ts';
import { type LoadedModel, loadModel } from './load-model.ts';
import { judgeMediaValidity } from './media-validity.ts';
import { type LoadedNets, loadNets, type NetDirs } from './nets/load-nets.ts';
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

/** The nets that read a photograph, loaded in this process. */
export interface LoadedModels {
  readonly condition: LoadedModel;
  readonly validity: LoadedModel;
  /** Those that look for lesions, where the set has them. */
  readonly nets: LoadedNets;
}

/** Where the models of a set lie. */
export interface ModelDirs extends NetDirs {
  readonly condition: string;
  readonly validity: string;
}

/**
 * Loads the models of a set into this process.
 * @throws Error naming every problem
 */
export async function loadModels(dirs: ModelDirs): Promise<LoadedModels> {
  const { condition, validity } = dirs;
  return {
    condition: await loadModel(condition),
    validity: await loadModel(validity),
    nets: await loadNets(dirs),
  };
}

/** Side that the working picture needs, for the larger of the two inputs. */
export function findNeededPx(models: LoadedModels): number {
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
  return reading.maps === undefined ? [] : drawHeatMaps(working, reading.maps, chosen);
}

/** Runs a step and gives its result and its seconds. */
export async function timed<T>(step: () => T | Promise<T>): Promise<readonly [result: T, seconds: number]> {
  const startMs = performance.now();
  const result = await step();
  return [result, (performance.now() - startMs) / 1000];
}

export type ReadJob = Pick<ImageJob, 'bytes' | 'encoding' | 'withHeatMaps' | 'withPhotograph'>;

/** The picture, its checksum, and how long the decode took. */
async function openPicture(models: LoadedModels, job: ReadJob, maxPixels: number) {
  const bytes = job.encoding === 'base64' ? decodeBase64(job.bytes) : job.bytes;
  const decoding = timed(() => decodeImage(bytes, { maxPixels, neededPx: findNeededPx(models) }));
  // The picture library decodes on a thread of its own; meanwhile this one is free.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [image, decodeS] = await decoding;
  return { bytes, sha256, image, decodeS };
}

/** Quality and what the validity net says; the JPEGs of the heat maps are encoded on other threads meanwhile. */
export async function judgePicture(
  model: LoadedModel,
  picture: { readonly image: DecodedImage; readonly bytes: Uint8Array; readonly netPicture: PixelImage },
  acceptableFrom: number,
) {
  const [quality, qualityS] = await timed(() => measureQuality(picture.image, picture.bytes));
  const { probabilities, inferenceS } = await runNet(model, picture.netPicture);
  const validity = judgeMediaValidity(quality, { model, probabilities }, acceptableFrom);
  return { validity, qualityS, inferenceS };
}

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
  const { bytes, sha256, image, decodeS } = await openPicture(models, job, settings.maxPixels);
  const pictures = makeNetPictures(models, image.working);
  const reading = await classifyCondition(models.condition, pictures.condition);
  const readMs = performance.now();
  const [heatMaps, judged] = await Promise.all([
    job.withHeatMaps ? drawMaps(reading, image.working, settings.priorPeak) : [],
    judgePicture(
      models.validity,
      { image, bytes, netPicture: pictures.validity },
      settings.qualityAcceptableFrom,
    ),
  ]);
  const endMs = performance.now();
  const photograph = job.withPhotograph ? await reencodePhotograph(bytes, settings.maxPixels) : undefined;
  const { qualityS, inferenceS } = judged;
  return {
    sha256,
    format: image.format,
    ...image.full,
    validity: judged.validity,
    evidence: reading.evidence.map(({ condition, probability }) => ({ condition, probability })),
    otherProbability: reading.otherProbability,
    topLabel: reading.topLabel,
    heatMaps,
    timings: {
      decodeS,
      qualityS,
      inferenceS: inferenceS + reading.inferenceS,
      heatMapsS: Math.max(0, (endMs - readMs) / 1000 - qualityS - inferenceS),
      totalS: (endMs - startMs) / 1000,
    },
    ...(photograph && { photograph }),
  };
}
