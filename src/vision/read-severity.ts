// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { chooseWorkingSize, type PictureSize } from '../quality/choose-working-size.ts';
import type { PixelImage } from '../quality/pixel-image.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import type { EyeReading, LookedFor, SeverityReading } from '../record/severity-reading.ts';
import { decodeBase64 } from './decode-base64.ts';
import { type DecodedImage, decodeImage, reencodePhotograph } from './decode-image.ts';
import { type EyeFinding, type EyePicture, eyePx, type NetFindings } from './eyes/eye.ts';
import { eyes } from './eyes/eyes.ts';
import type { SeverityJob } from './image-reader.ts';
import { toIdentity } from './model-identity.ts';
import { findWithNets } from './nets/find-with-nets.ts';
import { drawPictures } from './pictures/draw-pictures.ts';
import { placeBoxes } from './pictures/place-boxes.ts';
import { findNeededPx, judgePicture, type LoadedModels, type ReadSettings, timed } from './read-image.ts';
import { resizePixels } from './resize-pixels.ts';

export type SeverityReadJob = Omit<SeverityJob, 'requestId'>;

/** The size of the eyes' picture: never larger than the photograph. */
function chooseEyeSize(full: PictureSize): PictureSize {
  const scale = Math.min(1, eyePx / Math.max(full.widthPx, full.heightPx));
  const scaled = (sidePx: number) => Math.max(1, Math.round(scale * sidePx));
  return { widthPx: scaled(full.widthPx), heightPx: scaled(full.heightPx) };
}

function resizeTo(picture: PixelImage, size: PictureSize): PixelImage {
  const isSame = picture.widthPx === size.widthPx && picture.heightPx === size.heightPx;
  return isSame ? picture : resizePixels(picture, size);
}

/** The photograph as the diagnosis sees it, so that both judge its quality alike. */
function asForDiagnosis(models: LoadedModels, image: DecodedImage): DecodedImage {
  const size = chooseWorkingSize(image.full, findNeededPx(models));
  return { ...image, working: resizeTo(image.working, size) };
}

async function judge(models: LoadedModels, opened: OpenedPicture, settings: ReadSettings) {
  const image = asForDiagnosis(models, opened.image);
  const netPicture = resizePixels(image.working, models.validity.manifest.input);
  return judgePicture(
    models.validity,
    { image, bytes: opened.bytes, netPicture },
    settings.qualityAcceptableFrom,
  );
}

interface OpenedPicture {
  readonly bytes: Uint8Array;
  readonly image: DecodedImage;
}

interface Found {
  readonly lookedFor: LookedFor;
  readonly finding: EyeFinding;
}

function lookAt(picture: EyePicture, lookFor: readonly LookedFor[]): readonly Found[] {
  return lookFor.map((lookedFor) => ({ lookedFor, finding: eyes[lookedFor](picture) }));
}

interface Photograph {
  readonly bytes: Uint8Array;
  /** Upright. */
  readonly full: PictureSize;
  /** Whether pictures of it are wanted. */
  readonly isWanted: boolean;
}

async function toReading(
  { lookedFor, finding }: Found,
  eyeSize: PictureSize,
  photograph: Photograph,
): Promise<EyeReading> {
  const { signs, figures, boxes } = finding;
  const { full, isWanted } = photograph;
  const detections = placeBoxes(boxes, eyeSize, full);
  const pictures = isWanted ? await drawPictures(finding, detections, photograph) : [];
  return { lookedFor, signs, figures, detections, pictures };
}

/** One after the other, because pictures at the photograph's size are large. */
async function toReadings(
  found: readonly Found[],
  eyeSize: PictureSize,
  photograph: Photograph,
): Promise<readonly EyeReading[]> {
  const readings: EyeReading[] = [];
  for (const each of found) readings.push(await toReading(each, eyeSize, photograph));
  return readings;
}

async function openPicture(models: LoadedModels, job: SeverityReadJob, settings: ReadSettings) {
  const bytes = job.encoding === 'base64' ? decodeBase64(job.bytes) : job.bytes;
  const neededPx = Math.max(eyePx, findNeededPx(models));
  const image = await decodeImage(bytes, { maxPixels: settings.maxPixels, neededPx });
  return { bytes, image };
}

/**
 * Reads in this process what one photograph says of severity: decode, quality, the nets that are needed, the eyes, and the
 * pictures of what they found. A server reads in worker processes (`createImageReader`).
 * @throws DeviceError `invalidRequest` (not base64), `unsupportedImage`, `damagedImage`, `imageTooManyPixels`
 */
export async function readSeverity(
  models: LoadedModels,
  job: SeverityReadJob,
  settings: ReadSettings,
): Promise<SeverityReading> {
  const startMs = performance.now();
  const [opened, decodeS] = await timed(() => openPicture(models, job, settings));
  const { bytes, image } = opened;
  const judged = await judge(models, opened, settings);
  const picture = resizeTo(image.working, chooseEyeSize(image.full));
  const [nets, netsS] = await timed(() => findWithNets(models.nets, picture, job.lookFor));
  const [found, eyesS] = await timed(() => lookAt({ image: picture, nets }, job.lookFor));
  const photograph = { bytes, full: image.full, isWanted: job.withPictures };
  const [readings, picturesS] = await timed(() => toReadings(found, picture, photograph));
  const kept = job.withPhotograph ? await reencodePhotograph(bytes, settings.maxPixels) : undefined;
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format: image.format,
    ...image.full,
    validity: judged.validity,
    eyes: readings,
    models: listModels(models, nets),
    timings: {
      decodeS,
      qualityS: judged.qualityS,
      inferenceS: judged.inferenceS + netsS,
      eyesS,
      picturesS,
      totalS: (performance.now() - startMs) / 1000,
    },
    ...(kept && { photograph: kept }),
  };
}

/** Those that were asked for this photograph. */
function listModels({ validity, nets }: LoadedModels, found: NetFindings): readonly ModelIdentity[] {
  const hasSegmented = found.wound !== null || found.lesion !== null;
  const used = [validity, hasSegmented ? nets.segmentation : null, found.acne === null ? null : nets.acne];
  return used.filter((model) => model !== null).map(({ manifest }) => toIdentity(manifest));
}
