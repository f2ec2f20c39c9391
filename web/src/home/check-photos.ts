// SPDX-License-Identifier: Apache-2.0

/** What the device accepts, as it says itself at `/v1/limits`. */
export interface PhotoLimits {
  readonly images: number;
  readonly imageBytes: number;
  readonly bodyBytes: number;
  readonly pixels: number;
  /** Image evidence below this share of the conclusions is too little to act upon. */
  readonly warnBelowPercent: number;
}

export interface PhotoFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export type PhotoProblem =
  | { readonly kind: 'wrongType'; readonly name: string }
  | { readonly kind: 'tooLarge'; readonly name: string; readonly sizeBytes: number }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'tooLargeTogether' };

export const acceptedTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

export interface PhotoCheck<File extends PhotoFile> {
  readonly accepted: readonly File[];
  readonly problems: readonly PhotoProblem[];
}

/** Which of the new files may join those already chosen, and why the others may not. Without limits, the device decides. */
export function checkPhotos<File extends PhotoFile>(
  chosen: readonly PhotoFile[],
  added: readonly File[],
  limits: PhotoLimits | undefined,
): PhotoCheck<File> {
  const problems = added.flatMap((file) => problemOf(file, limits) ?? []);
  const sound = added.filter((file) => problemOf(file, limits) === undefined);
  const accepted = sound.slice(
    0,
    Math.max(0, (limits?.images ?? sound.length) - (limits ? chosen.length : 0)),
  );
  if (accepted.length < sound.length) problems.push({ kind: 'tooMany' });
  if (limits !== undefined && bodyBytes([...chosen, ...accepted]) > limits.bodyBytes)
    problems.push({ kind: 'tooLargeTogether' });
  return { accepted, problems };
}

/** Bytes of a request with these photographs: base64 is 4 characters for 3 bytes; the rest is allowed 1 KiB each. */
export function bodyBytes(files: readonly PhotoFile[]): number {
  return files.reduce((sum, file) => sum + Math.ceil(file.size / 3) * 4 + 1024, 0);
}

function problemOf(file: PhotoFile, limits: PhotoLimits | undefined): PhotoProblem | undefined {
  // Some systems name no type at all; then the device reads the bytes and decides.
  if (file.type !== '' && !acceptedTypes.includes(file.type)) return { kind: 'wrongType', name: file.name };
  if (limits !== undefined && file.size > limits.imageBytes)
    return { kind: 'tooLarge', name: file.name, sizeBytes: file.size };
  return undefined;
}
