// SPDX-License-Identifier: Apache-2.0
import { type GradingCurve, grade } from './grade.ts';
import { judgedSidePx, type QualityPicture } from './quality-picture.ts';

const quantisationMarker = 0xdb;
const scanMarker = 0xda;

/** The coarse, visible frequencies: the first ten in zigzag order. */
const coarseCount = 10;

/** Mean step of the coarse frequencies in a DQT segment's luminance table; undefined when it holds another table. */
function readCoarseStep(segment: DataView): number | undefined {
  const precision = segment.getUint8(0) >> 4;
  const isLuminance = (segment.getUint8(0) & 0x0f) === 0;
  const stepBytes = precision === 0 ? 1 : 2;
  if (!isLuminance || segment.byteLength < 1 + coarseCount * stepBytes) return undefined;
  let sum = 0;
  for (let index = 0; index < coarseCount; index++) {
    const at = 1 + index * stepBytes;
    sum += precision === 0 ? segment.getUint8(at) : segment.getUint16(at);
  }
  return sum / coarseCount;
}

/**
 * Mean luminance quantisation step of the coarse frequencies, in grey levels of the transform; undefined when the
 * bytes are no JPEG with such a table in front.
 * @source ITU-T T.81, B.2.4.1
 */
export function readQuantisationStep(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 2;
  while (offset + 4 < bytes.length && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    const segmentBytes = view.getUint16(offset + 2);
    const end = offset + 2 + segmentBytes;
    if (marker === scanMarker || segmentBytes < 3 || end > bytes.length) return undefined;
    if (marker === quantisationMarker) {
      const step = readCoarseStep(new DataView(view.buffer, view.byteOffset + offset + 4, segmentBytes - 2));
      if (step !== undefined) return step;
    }
    offset = end;
  }
  return undefined;
}

/**
 * Shrinking averages blocks away, but of a strongly compressed large photograph little more than the blocks' means
 * is left, which stay in steps: so the relief is the fourth root only.
 * @source calibration on 12 megapixel photographs, training/quality
 */
const reliefExponent = 0.25;

/** @source the usual tables of ITU-T T.81 annex K at quality 70, 50, 30, 20, 10, 5, 1: steps 8, 13, 22, 33, 66, 132, 255 */
const stepCurve: GradingCurve = [
  [1, 1],
  [4, 0.99],
  [8, 0.96],
  [13, 0.9],
  [22, 0.78],
  [33, 0.64],
  [66, 0.35],
  [132, 0.15],
  [255, 0.03],
];

const blockPx = 8;

/**
 * How much more neighbours differ across the block borders of a coarsely compressed picture than inside, for
 * pictures that hide their tables: 1 is no more.
 */
export function measureBlockiness(picture: QualityPicture): number {
  const { pixels, widthPx, heightPx } = picture.grey;
  const sums = new Float64Array(blockPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx - 1; x++) {
      const at = y * widthPx + x;
      const phase = x % blockPx;
      sums[phase] = (sums[phase] as number) + Math.abs((pixels[at + 1] as number) - (pixels[at] as number));
    }
  }
  const largest = Math.max(...sums);
  const rest = (sums.reduce((sum, value) => sum + value, 0) - largest) / (blockPx - 1);
  const perRow = heightPx * Math.ceil(widthPx / blockPx);
  return (largest / perRow + 1) / (rest / perRow + 1);
}

/** @source calibration on photographs compressed and saved again, training/quality */
const blockinessCurve: GradingCurve = [
  [1.2, 1],
  [1.5, 0.86],
  [2, 0.62],
  [3, 0.38],
  [5, 0.15],
];

/** Grade 0-1 of how little the compression has cost. */
export function gradeCompression(picture: QualityPicture, quantisationStep: number | undefined): number {
  const shrink = Math.max(1, picture.shortSidePx / judgedSidePx);
  const step = (quantisationStep ?? 0) / shrink ** reliefExponent;
  const blocks = picture.isUnshrunk ? grade(blockinessCurve, measureBlockiness(picture)) : 1;
  return Math.min(grade(stepCurve, step), blocks);
}
