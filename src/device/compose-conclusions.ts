// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import { priorShares } from '../catalogue/prior-shares.ts';
import type { Conclusion } from '../record/diagnosis.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import { rankConclusions } from './rank-conclusions.ts';

export type ImageEvidence = Pick<ImageAnalysis, 'evidence' | 'otherProbability' | 'validity'>;

/**
 * The differential of one photograph over the whole catalogue, most probable first; probabilities make 1. What the
 * image model has labels for keeps its evidence; the mass of *other* goes to the rest by how common it is.
 * @throws Error when the model speaks of a condition that the catalogue has not, or gives no mass at all: both are
 * faults of a model folder that its check finds
 */
export function composeConclusions(image: ImageEvidence, catalogue: Catalogue): readonly Conclusion[] {
  const evidence = gatherEvidence(image, catalogue);
  const mass = [...evidence.values()].reduce((sum, probability) => sum + probability, image.otherProbability);
  if (!(mass > 0 && mass < Number.POSITIVE_INFINITY))
    throw new Error(`Expected a mass of 1, received ${mass}`);
  const { value: modality } = image.validity.modality;
  const shares = priorShares(catalogue, { covered: new Set(evidence.keys()), modality });
  const conclusions = catalogue.conditions.map(({ slug }): Conclusion => {
    const ofImage = evidence.get(slug);
    const ofPrior = image.otherProbability * (shares.get(slug) ?? 0);
    // A net's float32 probabilities make 1 only to about 1e-7; the differential makes it exactly.
    const probability = ((ofImage ?? 0) + ofPrior) / mass;
    return { condition: slug, probability, evidence: ofImage === undefined ? 'prior' : 'image' };
  });
  return rankConclusions(conclusions);
}

function gatherEvidence({ evidence }: ImageEvidence, catalogue: Catalogue): ReadonlyMap<string, number> {
  const gathered = new Map<string, number>();
  for (const { condition, probability } of evidence) {
    if (catalogue.find(condition) === undefined)
      throw new Error(`No condition "${condition}" in the catalogue`);
    gathered.set(condition, (gathered.get(condition) ?? 0) + probability);
  }
  return gathered;
}
