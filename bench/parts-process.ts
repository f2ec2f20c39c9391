// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiagnosisSupportRequest } from '@openderm/contract';
import sharp from 'sharp';
import { createJsonScanner } from '../src/http/body/json-scanner.ts';
import type { ImageTimings } from '../src/record/image-analysis.ts';
import { decodeBase64 } from '../src/vision/decode-base64.ts';
import { outputNames } from '../src/vision/load-model.ts';
import { loadModels, type ModelDirs, type ReadSettings, readImage } from '../src/vision/read-image.ts';
import { createOnnxSession } from '../src/vision/runtime/onnx-session.ts';
import { answerQuestions, readSetup } from './helper-process.ts';
import { obtainPhotograph, type Photograph } from './photographs.ts';
import { toRequestBody } from './request-body.ts';
import { medianOf } from './spread.ts';
import { withoutMaps } from './without-maps.ts';

export interface PartsSetup {
  readonly photograph: Photograph;
  readonly modelDirs: ModelDirs;
  readonly settings: ReadSettings;
}

export interface PartsQuestion {
  readonly times: number;
}

/** Medians over the times asked for, in milliseconds. */
export interface PartsAnswer {
  readonly decodeMs: number;
  readonly bareDecodeMs: number;
  readonly qualityMs: number;
  readonly inferenceMs: number;
  readonly heatMapsMs: number;
  /** decode + quality + inference + heat maps, of each reading. */
  readonly partsMs: number;
  /** The whole reading. */
  readonly totalMs: number;
  readonly netWithMapsMs: number;
  readonly netWithoutMapsMs: number;
  readonly scanBodyMs: number;
  readonly parseBodyMs: number;
}

const { photograph, modelDirs, settings } = readSetup<PartsSetup>();
const jpeg = await obtainPhotograph(photograph);
const models = await loadModels(modelDirs);
const { manifest } = models.condition;
const bare = await loadNetWithoutMaps();
const chunks = cutLikeSocket(toRequestBody(jpeg, 1));
const input = {
  tensorNchw: Float32Array.from({ length: 3 * manifest.input.widthPx * manifest.input.heightPx }, (_, at) =>
    Math.sin(at),
  ),
  dims: [1, 3, manifest.input.heightPx, manifest.input.widthPx],
};

answerQuestions<PartsQuestion>(async ({ times }): Promise<PartsAnswer> => {
  const readings: ImageTimings[] = [];
  const bareDecode: number[] = [];
  const [withMaps, without, scan, parse]: number[][] = [[], [], [], []];
  for (let round = 0; round < times; round++) {
    readings.push(await read());
    bareDecode.push(await timeMs(decodeBare));
    withMaps?.push(
      await timeMs(() =>
        models.condition.session.run(manifest.input.name, input, outputNames(models.condition)),
      ),
    );
    without?.push(await timeMs(() => bare.run(manifest.input.name, input, [manifest.outputs.logits])));
    scan?.push(await timeMs(scanBody));
    parse?.push(await timeMs(parseBody));
  }
  const median = (pick: (reading: ImageTimings) => number) => medianOf(readings.map(pick)) * 1000;
  return {
    decodeMs: median(({ decodeS }) => decodeS),
    bareDecodeMs: medianOf(bareDecode),
    qualityMs: median(({ qualityS }) => qualityS),
    inferenceMs: median(({ inferenceS }) => inferenceS),
    heatMapsMs: median(({ heatMapsS }) => heatMapsS),
    partsMs: median(
      ({ decodeS, qualityS, inferenceS, heatMapsS }) => decodeS + qualityS + inferenceS + heatMapsS,
    ),
    totalMs: median(({ totalS }) => totalS),
    netWithMapsMs: medianOf(withMaps ?? []),
    netWithoutMapsMs: medianOf(without ?? []),
    scanBodyMs: medianOf(scan ?? []),
    parseBodyMs: medianOf(parse ?? []),
  };
});

async function read() {
  const job = { bytes: jpeg, encoding: 'binary', withHeatMaps: true } as const;
  return (await readImage(models, job, settings)).timings;
}

/**
 * The decoder alone: scale 1/8 inside it, no turn, no colour space, cheapest kernel. The library cannot stop at exactly
 * 1/8, so it is asked for 1/9 and skips pixels on the way.
 */
function decodeBare(): Promise<Buffer> {
  const [width, height] = [Math.floor(photograph.widthPx / 9), Math.floor(photograph.heightPx / 9)];
  return sharp(jpeg).resize(width, height, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer();
}

/** Our route from body to image bytes: chunk-wise scan, then base64. */
function scanBody(): Uint8Array[] {
  const scanner = createJsonScanner({
    isImage: (path) => path.at(-1) === 'data',
    maxImages: 20,
    maxImageTextBytes: 1e9,
    maxTextBytes: 1e6,
    maxDepth: 16,
    maxStringBytes: 1e4,
    standIn: '',
  });
  const images = chunks.flatMap((chunk) =>
    scanner.write(chunk).map(({ parts }) => decodeBase64(Buffer.concat(parts))),
  );
  scanner.end();
  return images;
}

/** The usual route: the whole body as one text. */
function parseBody(): Buffer[] {
  const { payload } = JSON.parse(Buffer.concat(chunks).toString()) as DiagnosisSupportRequest;
  return payload.map(({ contentAttachment }) => Buffer.from(contentAttachment.data, 'base64'));
}

async function loadNetWithoutMaps() {
  const { maps } = manifest.outputs;
  if (maps === null) throw new Error(`${manifest.name} has no maps`);
  return createOnnxSession(withoutMaps(await readFile(join(modelDirs.condition, manifest.file)), maps));
}

/** Node's sockets hand over 64 KiB at a time. */
function cutLikeSocket(body: Buffer): readonly Buffer[] {
  const size = 65_536;
  return Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    body.subarray(at * size, (at + 1) * size),
  );
}

async function timeMs(step: () => unknown): Promise<number> {
  const beginMs = performance.now();
  await step();
  return performance.now() - beginMs;
}
