// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { AnalysisRecord, KeptDiagnosis } from '../record/analysis-record.ts';
import type { Diagnosis, ImageDiagnosis } from '../record/diagnosis.ts';
import type { AnalysisStore } from '../store/analyses/analysis-store.ts';
import type { PhotographStore } from '../store/photographs/photograph-store.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import { type DiagnosisContext, summariseImages } from './diagnosis-of-images.ts';
import type { ImageLabel } from './image-label.ts';
import { type ImageReading, interpretImage } from './interpret-image.ts';
import { measureDurationS } from './measure-duration.ts';
import { modelsOfDiagnosis } from './models-of-diagnosis.ts';

export type { ImageLabel } from './image-label.ts';

/** A photograph that belongs to the request, by the number that `addImage` gave it. */
export type NumberedLabel = ImageLabel & { readonly imageNumber: number };

/** One request being answered: photographs are read while the body is still arriving. */
export interface DiagnosisInProgress {
  /** Starts reading the next photograph (base64 text as on the wire); returns its number, from 0. */
  addImage(base64: Uint8Array): number;
  /**
   * Waits for all readings, keeps the record, returns the diagnosis.
   * `images` names the photographs that belong to the request, in order, by their number.
   * @throws DeviceError what the reader throws, with `imageIndex`; whatever the store throws: an answer that could not
   * be kept is not given
   */
  finish(images: readonly NumberedLabel[]): Promise<Diagnosis>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

export interface Diagnose {
  start(accountId: string): DiagnosisInProgress;
}

export interface DiagnoseDependencies extends Omit<DiagnosisContext, 'models'> {
  readonly reader: ImageReader;
  readonly analyses: Pick<AnalysisStore, 'keep'>;
  /** Null: photographs are not kept. */
  readonly photographs: Pick<PhotographStore, 'keep'> | null;
  readonly clock: {
    /** Milliseconds since the epoch. */
    nowMs(): number;
    /** Milliseconds from some moment on; never steps back. */
    monotonicMs(): number;
  };
  /** UUIDv7. */
  readonly ids: { create(): string };
  readonly softwareVersion: string;
}

/** A photograph that was read, or why it was not. */
type Outcome = Read | { readonly error: unknown };

interface Read {
  readonly reading: ImageReading;
  /** Only where photographs are kept. */
  readonly photograph: Uint8Array | undefined;
}

/** The device's main use: photographs in, a kept diagnosis out. */
export function createDiagnose(dependencies: DiagnoseDependencies): Diagnose {
  const { reader, analyses, photographs, clock, ids, softwareVersion, ...rest } = dependencies;
  const context: DiagnosisContext = { ...rest, models: modelsOfDiagnosis(reader.models) };

  /** Never rejects, so that a photograph nobody waits for any more does no harm. */
  async function readImage(requestId: string, bytes: Uint8Array, signal: AbortSignal): Promise<Outcome> {
    try {
      const withPhotograph = photographs !== null;
      const job = { requestId, bytes, encoding: 'base64', withHeatMaps: true, withPhotograph } as const;
      const analysis = await reader.read(job, signal);
      // Interpreted as each arrives: seventeen at once would keep the event loop busy for too long.
      return { reading: interpretImage(analysis, context.catalogue), photograph: analysis.photograph };
    } catch (error) {
      return { error };
    }
  }

  function conclude(id: string, startedMs: number, images: readonly ImageDiagnosis[]): Diagnosis {
    const content = summariseImages(images, context);
    const issuedAtMs = clock.nowMs();
    const durationS = measureDurationS(startedMs, clock);
    return { id, issuedAtMs, durationS, ...content };
  }

  return {
    start(accountId) {
      const id = ids.create();
      const startedMs = clock.monotonicMs();
      const abort = new AbortController();
      const outcomes: Promise<Outcome>[] = [];
      return {
        addImage: (base64) => outcomes.push(readImage(id, base64, abort.signal)) - 1,
        async finish(images) {
          try {
            const read = await collectReadings(images, outcomes);
            const diagnosis = conclude(id, startedMs, read.map(toImageDiagnosis));
            // Before the record: a record whose photographs are missing would be worse than files without one.
            await photographs?.keep(
              id,
              read.flatMap(({ photograph }) => photograph ?? []),
            );
            await analyses.keep(toRecord(diagnosis, { accountId, softwareVersion }));
            return diagnosis;
          } finally {
            // After one failure the others are of no use; after success only strays are left to stop.
            abort.abort();
          }
        },
        abandon: () => abort.abort(),
      };
    },
  };
}

function toImageDiagnosis({ title, contentType, reading }: ImageLabel & Read): ImageDiagnosis {
  return { title, contentType, ...reading };
}

async function collectReadings(
  labels: readonly NumberedLabel[],
  outcomes: readonly Promise<Outcome>[],
): Promise<readonly (ImageLabel & Read)[]> {
  return Promise.all(
    labels.map(async ({ title, contentType, imageNumber }, imageIndex) => {
      const outcome = await outcomes[imageNumber];
      if (outcome === undefined) throw new Error(`Expected image ${imageNumber} to have been added`);
      if ('error' in outcome) throw atImage(outcome.error, imageIndex);
      return { title, contentType, ...outcome };
    }),
  );
}

function atImage(error: unknown, imageIndex: number): unknown {
  if (!(error instanceof DeviceError)) return error;
  return new DeviceError(error.code, { ...error.details, imageIndex }, error);
}

function toRecord(
  diagnosis: Diagnosis,
  account: Pick<AnalysisRecord, 'accountId' | 'softwareVersion'>,
): AnalysisRecord {
  const images = diagnosis.images.map(({ heatMaps: _, ...kept }) => kept);
  const result: KeptDiagnosis = { ...diagnosis, images };
  return {
    id: diagnosis.id,
    ...account,
    kind: 'diagnosis-support',
    createdAtMs: diagnosis.issuedAtMs,
    result,
  };
}
