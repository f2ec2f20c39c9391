// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { AssessedPhotograph } from '../record/photograph-assessment.ts';
import type { SeverityReading } from '../record/severity-reading.ts';
import type { ImageReader, SeverityJob } from '../vision/image-reader.ts';
import type { NumberedLabel } from './diagnose.ts';

/** The photographs of one request, kept until it is known what to look for in them. */
export interface PhotographsInHand {
  /** Takes base64 text as on the wire; returns its number, from 0. */
  add(base64: Uint8Array): number;
  /** @throws DeviceError what the reader throws, with `imageNumber` */
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
  const photographs: Uint8Array[] = [];
  const abort = new AbortController();
  return {
    add: (base64) => photographs.push(base64) - 1,
    async read({ imageNumber }, wanted) {
      const bytes = photographs[imageNumber];
      if (bytes === undefined) throw new Error(`Expected image ${imageNumber} to have been added`);
      try {
        return await reader.readSeverity({ ...rest, ...wanted, bytes, encoding: 'base64' }, abort.signal);
      } catch (error) {
        throw atImage(error, imageNumber);
      }
    },
    stop() {
      abort.abort();
      photographs.length = 0;
    },
  };
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
