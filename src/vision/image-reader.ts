// SPDX-License-Identifier: Apache-2.0
import type { ImageAnalysis } from '../record/image-analysis.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import type { LookedFor, SeverityReading } from '../record/severity-reading.ts';

/** One photograph waiting to be read. */
export interface ImageJob {
  /** Jobs of one request share this id; the queue is fair across ids. */
  readonly requestId: string;
  /** The picture's bytes, or their base64 text as it came over the wire. */
  readonly bytes: Uint8Array;
  readonly encoding: 'binary' | 'base64';
  /** Heat maps cost time and are skipped when nobody reads them. */
  readonly withHeatMaps: boolean;
  /** Asks for the photograph itself too, re-encoded from its pixels: a second, full decode. */
  readonly withPhotograph?: boolean;
}

/** One photograph whose severity is to be read. */
export interface SeverityJob extends Omit<ImageJob, 'withHeatMaps'> {
  readonly lookFor: readonly LookedFor[];
  /** Masks, outlines and boxes drawn at the photograph's own size. */
  readonly withPictures: boolean;
}

export interface ReaderStatus {
  /** Worker processes that are ready. */
  readonly workers: number;
  readonly busy: number;
  readonly queued: number;
  /** Workers replaced since the start because they crashed, hung, or had done their share. */
  readonly restarts: number;
  /** Process ids of the workers, those still starting included. */
  readonly pids: readonly number[];
}

/** Reads photographs in worker processes: validity, image evidence, heat maps. */
export interface ImageReader {
  readonly models: readonly ModelIdentity[];
  /**
   * @throws DeviceError `invalidRequest` (not base64), `unsupportedImage`, `damagedImage`, `imageTooManyPixels`,
   * `imageTooLarge`, `notReady` (closing), `queueFull`, `workerLost`, `workerTimeout`
   */
  read(job: ImageJob, signal?: AbortSignal): Promise<ImageAnalysis>;
  /** @throws DeviceError as `read` does */
  readSeverity(job: SeverityJob, signal?: AbortSignal): Promise<SeverityReading>;
  status(): ReaderStatus;
  close(): Promise<void>;
}
