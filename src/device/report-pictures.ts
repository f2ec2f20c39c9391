// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import { DeviceError } from '../errors.ts';
import type { JpegImage } from '../record/image-analysis.ts';
import type { LookedFor, SeverityReading } from '../record/severity-reading.ts';
import type { ImageJob, ImageReader } from '../vision/image-reader.ts';
import type { NumberedLabel } from './diagnose.ts';
import { type ImageReading, interpretImage } from './interpret-image.ts';

/** A photograph as it came in. */
export interface ReceivedPicture extends Pick<ImageJob, 'bytes' | 'encoding'> {
  readonly role: 'photograph' | 'context';
}

/** A photograph that was read, and the photograph itself, re-encoded from its pixels. */
export interface ReadPicture {
  readonly reading: ImageReading;
  readonly picture: JpegImage;
}

/** The photographs of one request: each is read while the others are still arriving, and once more for severity. */
export interface ReportPictures {
  /** Starts reading; returns its number, from 0. */
  add(picture: ReceivedPicture): number;
  /** @throws DeviceError what the reader throws, with `imageNumber` */
  read(label: NumberedLabel): Promise<ReadPicture>;
  /** @throws DeviceError what the reader throws, with `imageNumber` */
  readSeverity(label: NumberedLabel, lookFor: readonly LookedFor[]): Promise<SeverityReading>;
  /** Stops what has not started, and forgets the photographs. */
  stop(): void;
}

export interface ReportPicturesDependencies {
  readonly reader: Pick<ImageReader, 'read' | 'readSeverity'>;
  readonly catalogue: Catalogue;
  /** Told after each photograph that was read. */
  readonly onRead?: (() => void) | undefined;
}

type Outcome = ReadPicture | { readonly error: unknown };

/** @param requestId what the reader's queue knows the request by */
export function holdReportPictures(
  requestId: string,
  { reader, catalogue, onRead }: ReportPicturesDependencies,
): ReportPictures {
  const abort = new AbortController();
  const held: { readonly picture: ReceivedPicture; readonly outcome: Promise<Outcome> }[] = [];
  const heldAs = (imageNumber: number) => {
    // Given up meanwhile: that is why nothing is held any longer.
    abort.signal.throwIfAborted();
    const found = held[imageNumber];
    if (found === undefined) throw new Error(`Expected image ${imageNumber} to have been added`);
    return found;
  };

  /** Never rejects, so that a photograph nobody waits for any more does no harm. */
  async function readOne({ bytes, encoding, role }: ReceivedPicture): Promise<Outcome> {
    try {
      const withHeatMaps = role === 'photograph';
      const job = { requestId, bytes, encoding, withHeatMaps, withPhotograph: true };
      const analysis = await reader.read(job, abort.signal);
      const { widthPx, heightPx, photograph: jpeg } = analysis;
      if (jpeg === undefined) throw new Error('Expected the photograph that was asked for');
      onRead?.();
      return { reading: interpretImage(analysis, catalogue), picture: { jpeg, widthPx, heightPx } };
    } catch (error) {
      return { error };
    }
  }

  return {
    add: (picture) => held.push({ picture, outcome: readOne(picture) }) - 1,
    async read({ imageNumber }) {
      const outcome = await heldAs(imageNumber).outcome;
      if ('error' in outcome) throw atImage(outcome.error, imageNumber);
      return outcome;
    },
    async readSeverity({ imageNumber }, lookFor) {
      const { bytes, encoding } = heldAs(imageNumber).picture;
      const job = { requestId, bytes, encoding, lookFor, withPictures: true };
      return await reader.readSeverity(job, abort.signal).catch((error: unknown) => {
        throw atImage(error, imageNumber);
      });
    },
    stop() {
      abort.abort();
      held.length = 0;
    },
  };
}

function atImage(error: unknown, imageNumber: number): unknown {
  if (!(error instanceof DeviceError)) return error;
  return new DeviceError(error.code, { ...error.details, imageNumber }, error);
}
