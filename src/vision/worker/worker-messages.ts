// SPDX-License-Identifier: Apache-2.0
import type { DeviceErrorDetails, ErrorCode } from '../../errors.ts';
import type { ImageAnalysis } from '../../record/image-analysis.ts';
import type { LookedFor, SeverityReading } from '../../record/severity-reading.ts';
import type { ModelDirs, ReadSettings } from '../read-image.ts';

/** What a worker is told at its start, as the one argument on its command line (JSON). */
export interface WorkerSetup {
  /** Another parent than this one means that ours is gone. */
  readonly parentPid: number;
  readonly dirs: ModelDirs;
  readonly settings: ReadSettings;
}

/** Announces a photograph, whose bytes follow on the worker's standard input. */
export interface JobMessage {
  readonly byteLength: number;
  readonly encoding: 'binary' | 'base64';
  readonly withPhotograph: boolean;
  readonly task: ReadingTask;
}

/** What is to be read off the photograph. */
export type ReadingTask =
  | { readonly kind: 'condition'; readonly withHeatMaps: boolean }
  | { readonly kind: 'severity'; readonly lookFor: readonly LookedFor[]; readonly withPictures: boolean };

/** What was read. */
export type AnyReading =
  | { readonly kind: 'condition'; readonly analysis: ImageAnalysis }
  | { readonly kind: 'severity'; readonly analysis: SeverityReading };

/** What a worker says: once ready or failed, then one answer per job. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  /** The models cannot be used; the worker leaves. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly reading: AnyReading }
  /** An expected failure, to be thrown as DeviceError. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: DeviceErrorDetails }
  /** A fault of ours. */
  | { readonly kind: 'broken'; readonly message: string };
