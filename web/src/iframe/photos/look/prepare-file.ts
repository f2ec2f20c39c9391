// SPDX-License-Identifier: Apache-2.0
import type { EarlyVerdict, PreparedPhoto } from '../prepared-photo.ts';
import { isWholePicture } from './is-whole-picture.ts';
import { lookAtPicture } from './look-at-picture.ts';
import { sniffFile } from './sniff-file.ts';
import { drawOnWhite } from './working-pixels.ts';

export interface FileRules {
  /** Lowest quality score, 0-100, that the server accepts. */
  readonly acceptableFrom: number;
  readonly maxPhotoBytes: number;
}

/**
 * Longest side that is sent: four times what the finest of the server's eyes looks at, and enough to fill the screen of
 * the clinician who looks too. A photograph of a phone becomes a megabyte in place of four. Our own convention.
 */
const enoughPx = 2048;

/** As little loss as the server's own copies have. @source src/vision/decode-image.ts, `keptQuality` */
const jpegQuality = 0.92;

/**
 * Looks at a file and makes it as small as it may be.
 * @param bitmap as the page itself could open it, where a worker cannot
 */
export async function prepareFile(
  file: Blob,
  rules: FileRules,
  bitmap: ImageBitmap | undefined,
): Promise<PreparedPhoto> {
  const opened = bitmap ?? (await openBitmap(file));
  try {
    return await prepareOpened(file, rules, opened);
  } finally {
    // Fifty megabytes of a phone's memory: the next photograph shall not wait for the collector.
    opened?.close();
  }
}

async function prepareOpened(
  file: Blob,
  rules: FileRules,
  opened: ImageBitmap | undefined,
): Promise<PreparedPhoto> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = sniffFile(bytes);
  if (opened === undefined && kind === 'heic') return { kind: 'unusable', fault: 'heic' };
  // What cannot be opened here the server may know, and if not, it says what is wrong with it.
  if (opened === undefined || !isWholePicture(bytes)) return asItIs(file, rules, null);
  const isReadThere = kind !== 'heic' && kind !== 'unknown';
  const isLarge = Math.max(opened.width, opened.height) > enoughPx || file.size > rules.maxPhotoBytes;
  if (!isReadThere || isLarge) {
    const smaller = await reduce(opened);
    if (!isReadThere || smaller.size < file.size) return await asReduced(file, smaller, { opened, rules });
  }
  return asItIs(file, rules, lookAtPicture(opened, bytes, rules.acceptableFrom));
}

async function openBitmap(file: Blob): Promise<ImageBitmap | undefined> {
  return await createImageBitmap(file).catch(() => undefined);
}

function asItIs(file: Blob, { maxPhotoBytes }: FileRules, early: EarlyVerdict | null): PreparedPhoto {
  if (file.size === 0) return { kind: 'unusable', fault: 'damagedImage' };
  if (file.size > maxPhotoBytes) return { kind: 'unusable', fault: 'imageTooLarge' };
  return { kind: 'ready', bytes: file, early, reduced: null };
}

interface Reduction {
  readonly opened: ImageBitmap;
  readonly rules: FileRules;
}

/** Judged as it is sent: upright, at its new size, with the losses of its new bytes. */
async function asReduced(file: Blob, smaller: Blob, { opened, rules }: Reduction): Promise<PreparedPhoto> {
  const bytes = new Uint8Array(await smaller.arrayBuffer());
  const again = await openBitmap(smaller);
  const early = lookAtPicture(again ?? opened, bytes, rules.acceptableFrom);
  again?.close();
  const reduced = { fromBytes: file.size, toBytes: smaller.size };
  return { kind: 'ready', bytes: smaller, early, reduced };
}

/** Upright, without place, time or camera: nothing but pixels is drawn. */
async function reduce(opened: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, enoughPx / Math.max(opened.width, opened.height));
  const scaled = (sidePx: number) => Math.max(1, Math.round(sidePx * scale));
  const size = { widthPx: scaled(opened.width), heightPx: scaled(opened.height) };
  const { canvas } = drawOnWhite(opened, size);
  return await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
}
