// SPDX-License-Identifier: Apache-2.0
import type { EyeReading } from '../record/severity-reading.ts';
import { areaGradeOf } from '../scoring/area-grade.ts';
import { round } from '../scoring/exact.ts';
import type { Leaf } from '../scoring/items.ts';
import { fitTo, type SeenItem } from './seen-items.ts';

/** Finer than any photograph shows. */
const decimals = 2;

/** How much of the visible skin is affected: in percent, or as an area grade with the percent beside it. */
export function measureSurface({ figures }: EyeReading, item: Leaf): SeenItem | undefined {
  const reading = figures['affectedPercent'];
  if (reading === undefined) return undefined;
  if (item.kind === 'measure') return { value: fitTo(item, reading.value), reading, figures: {} };
  const surfacePercent = round(reading.value, decimals);
  return { value: areaGradeOf(surfacePercent), reading, figures: { surfacePercent } };
}
