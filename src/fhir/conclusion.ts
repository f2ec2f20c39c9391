// SPDX-License-Identifier: Apache-2.0
import type {
  Conclusion as ConclusionBlock,
  HeatMap as HeatMapBlock,
  ImageConclusion,
} from '@openderm/contract';
import type { Catalogue, Condition } from '../catalogue/catalogue.ts';
import { icd11Codings } from '../catalogue/icd11-codings.ts';
import type { Conclusion, ShownHeatMap } from '../record/diagnosis.ts';
import type { HeatMap } from '../record/image-analysis.ts';
import { toPercent } from './to-percent.ts';
import {
  borrowedHeatMapTitle,
  explainedConclusions,
  heatMapTitle,
  otherHeatMapTitle,
  toIcd11Coding,
} from './wire-constants.ts';

export type ConditionCode = ConclusionBlock['code'];

/** One coding per ICD-11 code: the classification needs two for palmoplantar psoriasis. */
export function toConditionCode(condition: Pick<Condition, 'icd11' | 'text'>): ConditionCode {
  const codings = icd11Codings(condition).map(toIcd11Coding);
  return { coding: codings.length === 0 ? null : codings, text: condition.text };
}

/** The code of every condition by its slug, made once: an answer of one image prints each of them twice. */
export function toConditionCodes(catalogue: Catalogue): ReadonlyMap<string, ConditionCode> {
  return new Map(catalogue.conditions.map((condition) => [condition.slug, toConditionCode(condition)]));
}

export function toConclusions(
  conclusions: readonly Conclusion[],
  codes: ReadonlyMap<string, ConditionCode>,
): ConclusionBlock[] {
  return conclusions.map((conclusion) => toConclusion(conclusion, codes));
}

/** As `toConclusions`, with a heat map for each of the first five and an explicit null after that. */
export function toImageConclusions(
  image: { readonly conclusions: readonly Conclusion[]; readonly heatMaps: readonly ShownHeatMap[] },
  codes: ReadonlyMap<string, ConditionCode>,
): ImageConclusion[] {
  return image.conclusions.map((conclusion, rank) => ({
    ...toConclusion(conclusion, codes),
    explainability: rank < explainedConclusions ? toExplainability(conclusion, image.heatMaps) : null,
  }));
}

function toConclusion(
  { condition, probability, evidence }: Conclusion,
  codes: ReadonlyMap<string, ConditionCode>,
): ConclusionBlock {
  const code = codes.get(condition);
  if (code === undefined) throw new Error(`Expected a condition of the catalogue, received ${condition}`);
  return { code, probability: toPercent(probability), evidence };
}

/** A condition that only the prior speaks for shows where the classifier saw something it was not taught. */
function toExplainability({ condition, evidence }: Conclusion, heatMaps: readonly ShownHeatMap[]) {
  const shown = evidence === 'image' ? condition : 'other';
  const heatMap = heatMaps.find((candidate) => candidate.condition === shown);
  if (heatMap === undefined) return null;
  return { heatMap: toHeatMap(heatMap, titleOf(heatMap)) };
}

function titleOf({ condition, borrowedFrom }: ShownHeatMap): string {
  if ((borrowedFrom ?? condition) === 'other') return otherHeatMapTitle;
  return borrowedFrom === undefined ? heatMapTitle : borrowedHeatMapTitle;
}

function toHeatMap({ image: { jpeg, widthPx, heightPx } }: HeatMap, title: string): HeatMapBlock {
  const data = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).toString('base64');
  return { title, contentType: 'image/jpeg', data, height: heightPx, width: widthPx, colorModel: 'RGB' };
}
