// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { MediaValidity } from '../record/image-analysis.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import type { ImageLabel } from './diagnose.ts';

/** Whether one photograph is fit for a clinical reading. */
export interface CheckedImage extends ImageLabel {
  readonly sha256: string;
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly validity: MediaValidity;
}

export interface QualityReport {
  readonly durationS: number;
  readonly images: readonly CheckedImage[];
  readonly models: readonly ModelIdentity[];
}

/** Photographs are checked while the body is still arriving. Nothing is kept. */
export interface QualityCheckInProgress {
  addImage(base64: Uint8Array): number;
  /** @throws DeviceError what the reader throws, with `imageIndex` */
  finish(images: readonly (ImageLabel & { readonly imageNumber: number })[]): Promise<QualityReport>;
  abandon(): void;
}

export interface CheckImageQuality {
  start(): QualityCheckInProgress;
}

export interface CheckImageQualityDependencies {
  readonly reader: ImageReader;
  /** Milliseconds, monotonic. */
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
}

/** Media validity alone: no diagnosis, no record. */
export function createCheckImageQuality({
  reader,
  clock,
  ids,
}: CheckImageQualityDependencies): CheckImageQuality {
  return {
    start() {
      const startedAtMs = clock.nowMs();
      const requestId = ids.create();
      const abort = new AbortController();
      const readings: ReturnType<ImageReader['read']>[] = [];
      return {
        addImage(bytes) {
          const job = { requestId, bytes, encoding: 'base64', withHeatMaps: false } as const;
          const reading = reader.read(job, abort.signal);
          // Looked at in finish(); until then a failure must not count as unhandled.
          reading.catch(() => undefined);
          return readings.push(reading) - 1;
        },
        async finish(images) {
          const checked = await Promise.all(
            images.map(({ title, contentType, imageNumber }, imageIndex) =>
              checkImage(readings[imageNumber], { title, contentType }, imageIndex),
            ),
          );
          const models = reader.models.filter(({ task }) => task === 'media-validity');
          return { durationS: (clock.nowMs() - startedAtMs) / 1000, images: checked, models };
        },
        abandon: () => abort.abort(),
      };
    },
  };
}

async function checkImage(
  reading: ReturnType<ImageReader['read']> | undefined,
  label: ImageLabel,
  imageIndex: number,
): Promise<CheckedImage> {
  try {
    if (reading === undefined) throw new Error('Expected every image to have been added');
    const { sha256, format, widthPx, heightPx, validity } = await reading;
    return { ...label, sha256, format, widthPx, heightPx, validity };
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    throw new DeviceError(error.code, { ...error.details, imageIndex }, error);
  }
}
