// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { AssessedPhotograph } from '../record/photograph-assessment.ts';
import type { SeverityReading } from '../record/severity-reading.ts';
import type { ImageReader, SeverityJob } from '../vision/image-reader.ts';
import type { NumberedLabel } from './diagnose.ts';

/** The photographs of one request, kept until it is known what to look for in them. */
export interface PhotographsInHand {
  /** Takes base64 text as on the wire; returns its number, from 0. The same text twice is kept once. */
  add(base64: Uint8Array): number;
  /** The number under which the same photograph came first. */
  firstOf(imageNumber: number): number;
  /**
   * Reads a photograph and lets its bytes go.
   * @throws DeviceError what the reader throws, with `imageNumber`
   */
  read(label: NumberedLabel, lookFor: Wanted): Promise<SeverityReading>;
  /** Stops what has not started, and forgets the photographs. */
  stop(): void;
}

type Wanted = Pick<SeverityJob, 'lookFor' | 'withPictures'>;

/** `rest`: what every job of the request has. */
export function holdPhotographs(
  reader: Pick<ImageReader, 'readSeverity'>,
  rest: Pick<SeverityJob, 'requestId' | 'withPhotograph'>,
): PhotographsInHand {
  /** By the number under which each came first. */
  const photographs = new Map<number, Uint8Array>();
  const firsts: number[] = [];
  const abort = new AbortController();
  const firstOf = (imageNumber: number) => firsts[imageNumber] ?? imageNumber;
  return {
    add(base64) {
      const number = firsts.length;
      const first = findSame(photographs, base64) ?? number;
      firsts.push(first);
      if (first === number) photographs.set(number, base64);
      return number;
    },
    firstOf,
    async read({ imageNumber }, wanted) {
      // Given up meanwhile: that is why nothing is held any longer.
      abort.signal.throwIfAborted();
      const first = firstOf(imageNumber);
      const bytes = photographs.get(first);
      if (bytes === undefined) throw new Error(`Expected image ${imageNumber} to have been added`);
      photographs.delete(first);
      try {
        return await reader.readSeverity({ ...rest, ...wanted, bytes, encoding: 'base64' }, abort.signal);
      } catch (error) {
        throw atImage(error, imageNumber);
      }
    },
    stop() {
      abort.abort();
      photographs.clear();
    },
  };
}

/** Photographs of one length are mostly the same one; comparing megabytes takes less than a millisecond. */
function findSame(photographs: ReadonlyMap<number, Uint8Array>, base64: Uint8Array): number | undefined {
  for (const [number, known] of photographs) {
    if (known.length === base64.length && Buffer.compare(known, base64) === 0) return number;
  }
  return undefined;
}

function atImage(error: unknown, imageNumber: number): unknown {
  if (!(error instanceof DeviceError)) return error;
  return new DeviceError(error.code, { ...error.details, imageNumber }, error);
}

/** What was received, and whether it can be used. */
export function toAssessedPhotograph(
  bodySite: string,
  { title, contentType }: NumberedLabel,
  { sha256, format, widthPx, heightPx, validity }: SeverityReading,
): AssessedPhotograph {
  return { bodySite, title, contentType, sha256, format, widthPx, heightPx, validity };
}
