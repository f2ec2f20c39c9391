// SPDX-License-Identifier: Apache-2.0
import type { DeviceErrorDetails, ErrorCode } from '../../errors.ts';
import type { ImageAnalysis } from '../../record/image-analysis.ts';
import type { ReadSettings } from '../read-image.ts';

/** What a worker is told at its start, as the one argument on its command line (JSON). */
export interface WorkerSetup {
  /** Another parent than this one means that ours is gone. */
  readonly parentPid: number;
  readonly conditionDir: string;
  readonly validityDir: string;
  readonly settings: ReadSettings;
}

/** Announces a photograph, whose bytes follow on the worker's standard input. */
export interface JobMessage {
  readonly byteLength: number;
  readonly encoding: 'binary' | 'base64';
  readonly withHeatMaps: boolean;
  readonly withPhotograph: boolean;
}

/** What a worker says: once ready or failed, then one answer per job. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  /** The models cannot be used; the worker leaves. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly analysis: ImageAnalysis }
  /** An expected failure, to be thrown as DeviceError. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: DeviceErrorDetails }
  /** A fault of ours. */
  | { readonly kind: 'broken'; readonly message: string };
