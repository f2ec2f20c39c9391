// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import type { AcneFindings, FoundBox } from '../eyes/eye.ts';
import type { LoadedModel } from '../load-model.ts';
import type { AcneManifest } from '../manifests/acne-manifest.ts';
import { readFloats, softmax } from '../run-net.ts';
import { askNet } from './ask-net.ts';
import { findPeaks, type Peak } from './find-peaks.ts';

/** Pixels of the photograph for one cell, and for one pixel of the net's input; its sides are squashed independently. */
interface Scale {
  readonly cellX: number;
  readonly cellY: number;
  readonly inputX: number;
  readonly inputY: number;
}

interface Sizes {
  /** Widths of all cells, then heights of all cells; pixels of the net's input. */
  readonly values: Float32Array;
  readonly cells: number;
}

function toBox(peak: Peak, sizes: Sizes, { scale, image }: { scale: Scale; image: PixelImage }): FoundBox {
  const centreX = (peak.x + 0.5) * scale.cellX;
  const centreY = (peak.y + 0.5) * scale.cellY;
  const halfWidth = ((sizes.values[peak.cell] ?? 0) * scale.inputX) / 2;
  const halfHeight = ((sizes.values[sizes.cells + peak.cell] ?? 0) * scale.inputY) / 2;
  return {
    code: 'acne',
    confidence: Math.min(1, peak.heat),
    x1: Math.max(0, centreX - halfWidth),
    y1: Math.max(0, centreY - halfHeight),
    x2: Math.min(image.widthPx, centreX + halfWidth),
    y2: Math.min(image.heightPx, centreY + halfHeight),
  };
}

/** Lesions of acne with their boxes, surest first; how many are to be expected; and how severe the whole is. */
export async function detectAcne(model: LoadedModel<AcneManifest>, image: PixelImage): Promise<AcneFindings> {
  const { outputs, thresholds, calibration, input } = model.manifest;
  const answer = await askNet(model, image);
  const [heat, size, density, grade] = [outputs.heat, outputs.size, outputs.density, outputs.grade].map(
    (name) => readFloats(answer, name),
  );
  if (!heat || !size || !density || !grade) throw new Error('the net left an output out');
  const [, , heightCells = 1, widthCells = 1] = heat.dims;
  const scale = {
    cellX: image.widthPx / widthCells,
    cellY: image.heightPx / heightCells,
    inputX: image.widthPx / input.widthPx,
    inputY: image.heightPx / input.heightPx,
  };
  const sizes = { values: size.data, cells: widthCells * heightCells };
  const peaks = findPeaks({ heat: heat.data, widthCells, heightCells }, thresholds.lesion);
  return {
    boxes: peaks.map((peak) => toBox(peak, sizes, { scale, image })),
    expectedCount: density.data.reduce((sum, expected) => sum + expected, 0),
    gradeProbabilities: [...softmax(grade.data, calibration.temperature)],
  };
}
