// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { DeviceError } from '../../errors.ts';
import type { ImageAnalysis } from '../../record/image-analysis.ts';
import type { ImageReader } from '../../vision/image-reader.ts';

/** What came of one file: its analysis, or in words why there is none. */
export type Reading =
  | { readonly path: string; readonly analysis: ImageAnalysis }
  | { readonly path: string; readonly problem: string };

export interface ReadingOptions {
  readonly withHeatMaps: boolean;
  onRead(): void;
}

/** Every worker has one picture in hand and one at the door; more would only fill memory. */
const PICTURES_PER_WORKER = 2;

/** Reads files with all workers of the device; order kept, a file that cannot be read does not stop the others. */
export async function readPhotographs(
  paths: readonly string[],
  reader: ImageReader,
  options: ReadingOptions,
): Promise<readonly Reading[]> {
  const readings: Reading[] = new Array(paths.length);
  const queue = paths.entries();
  const lane = async () => {
    for (const [at, path] of queue) {
      readings[at] = await readOne(path, reader, options);
      options.onRead();
    }
  };
  await Promise.all(Array.from({ length: reader.status().workers * PICTURES_PER_WORKER }, lane));
  return readings;
}

async function readOne(
  path: string,
  reader: ImageReader,
  { withHeatMaps }: ReadingOptions,
): Promise<Reading> {
  try {
    const bytes = await readFile(path);
    return {
      path,
      analysis: await reader.read({ requestId: path, bytes, encoding: 'binary', withHeatMaps }),
    };
  } catch (error) {
    if (error instanceof DeviceError) return { path, problem: error.message };
    if (isFileError(error)) return { path, problem: `cannot be opened (${error.code})` };
    throw error;
  }
}

function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
