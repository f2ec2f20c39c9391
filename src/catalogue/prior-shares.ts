// SPDX-License-Identifier: Apache-2.0
import type { Modality } from '../record/image-analysis.ts';
import type { Catalogue, Condition, PriorTier } from './catalogue.ts';
import { conditionCategories } from './condition-category.ts';
import { nonSpecificFinding } from './conditions.ts';

/**
 * How often a condition of a tier is met, against one of the rarest: an order of magnitude each, which is as fine as
 * the sources allow. @source the project's design, "What the numbers mean"
 */
export const tierWeights: Readonly<Record<PriorTier, number>> = {
  veryCommon: 1000,
  common: 100,
  uncommon: 10,
  rare: 1,
};

export interface PriorQuestion {
  /** Slugs that a label of the image model speaks for: they get nothing of what it could not place. */
  readonly covered: ReadonlySet<string>;
  readonly modality: Modality;
}

/** Whether the condition is looked at through a dermatoscope: by its chapter, or as a growth or a spot of colour. */
export function isDermoscopic({ category, flags, flagBasis }: Condition): boolean {
  if (conditionCategories[category].dermoscopic) return true;
  return flags.pigmented || flagBasis.malignancy !== 'nonNeoplastic';
}

/**
 * How a condition the image model was not taught is spread over the rest of the catalogue: by tier, equal within a
 * tier, narrowed to dermoscopic conditions for a dermoscopic picture. Never to normal skin, which is no condition.
 * @returns slug -> share, 0-1; the shares make 1. Should nothing be left to spread over, the narrowing is given up,
 * then the exclusion of what is covered.
 */
export function priorShares(
  catalogue: Catalogue,
  { covered, modality }: PriorQuestion,
): ReadonlyMap<string, number> {
  const conditions = catalogue.conditions.filter(({ slug }) => slug !== nonSpecificFinding);
  const rest = conditions.filter(({ slug }) => !covered.has(slug));
  const narrowed = modality === 'Dermoscopic' ? rest.filter(isDermoscopic) : rest;
  const chosen = [narrowed, rest, conditions].find(({ length }) => length > 0) ?? [];
  const total = chosen.reduce((sum, { priorTier }) => sum + tierWeights[priorTier], 0);
  return new Map(chosen.map(({ slug, priorTier }) => [slug, tierWeights[priorTier] / total]));
}

const modalities: readonly Modality[] = ['Clinical', 'Dermoscopic', 'None'];

/** The largest share that a single entry can get in any kind of picture, 0-1. */
export function priorPeak(catalogue: Catalogue, { covered }: Pick<PriorQuestion, 'covered'>): number {
  const shares = modalities.flatMap((modality) => [
    ...priorShares(catalogue, { covered, modality }).values(),
  ]);
  return Math.max(0, ...shares);
}
