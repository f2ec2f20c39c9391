// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Conclusion, Diagnosis, ImageDiagnosis, Performance } from '../record/diagnosis.ts';
import { computeClinicalIndicators } from './clinical-indicators.ts';
import { measureEntropy } from './measure-entropy.ts';
import { imageEvidenceOf, rankConclusions } from './rank-conclusions.ts';

export type Aggregate = Pick<Diagnosis, 'conclusions' | 'indicators' | 'performance' | 'imageEvidence'>;

/** The photographs that count: the valid ones, or all of them when none is. */
export function chooseCountedImages(images: readonly ImageDiagnosis[]): readonly ImageDiagnosis[] {
  const valid = images.filter(({ validity }) => validity.isValid);
  return valid.length > 0 ? valid : images;
}

/**
 * One differential for several photographs of the same problem: the mean of theirs, and what follows from it. Their
 * order does not matter.
 * @param counted at least one
 */
export function aggregateImages(counted: readonly ImageDiagnosis[], catalogue: Catalogue): Aggregate {
  // Sums of floating-point numbers depend on their order; the pictures' own hashes make it always the same.
  const images = counted.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0));
  const conclusions = averageConclusions(images, catalogue);
  return {
    conclusions,
    indicators: computeClinicalIndicators(conclusions, catalogue),
    performance: performanceOf(conclusions, images),
    imageEvidence: imageEvidenceOf(conclusions),
  };
}

function averageConclusions(images: readonly ImageDiagnosis[], catalogue: Catalogue): readonly Conclusion[] {
  const sums = new Map<string, { probability: number; evidence: Conclusion['evidence'] }>();
  for (const { conclusions } of images) {
    for (const { condition, probability, evidence } of conclusions) {
      const sum = sums.get(condition) ?? { probability: 0, evidence: 'prior' };
      sum.probability += probability / images.length;
      if (evidence === 'image') sum.evidence = evidence;
      sums.set(condition, sum);
    }
  }
  const inOrder = catalogue.conditions.flatMap(({ slug }): Conclusion[] => {
    const sum = sums.get(slug);
    return sum === undefined ? [] : [{ condition: slug, ...sum }];
  });
  return rankConclusions(inOrder);
}

/**
 * Sensitivity and specificity of the first entry's own label: a mean over labels would be a figure that nobody ever
 * measured, so those of the photograph that speaks for it most clearly are given, among those that rank it first.
 */
function performanceOf(conclusions: readonly Conclusion[], images: readonly ImageDiagnosis[]): Performance {
  const [first] = conclusions;
  const entropy = measureEntropy(conclusions);
  const witnesses = images.filter((image) => image.conclusions[0]?.condition === first?.condition);
  const [clearest] = witnesses.toSorted((a, b) => topProbability(b) - topProbability(a));
  if (first?.evidence !== 'image' || clearest === undefined)
    return { sensitivity: null, specificity: null, entropy };
  const { sensitivity, specificity } = clearest.performance;
  return { sensitivity, specificity, entropy };
}

function topProbability({ conclusions }: ImageDiagnosis): number {
  return conclusions[0]?.probability ?? 0;
}
