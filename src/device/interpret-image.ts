// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Conclusion, ImageDiagnosis, Performance } from '../record/diagnosis.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import { computeClinicalIndicators } from './clinical-indicators.ts';
import { composeConclusions } from './compose-conclusions.ts';
import type { ImageLabel } from './image-label.ts';
import { measureEntropy } from './measure-entropy.ts';
import { imageEvidenceOf } from './rank-conclusions.ts';
import { showHeatMaps } from './show-heat-maps.ts';

/** What one photograph says by itself. */
export type ImageReading = Omit<ImageDiagnosis, keyof ImageLabel>;

/** One photograph's differential, indicators and performance, whether it is valid or not. */
export function interpretImage(analysis: ImageAnalysis, catalogue: Catalogue): ImageReading {
  const { sha256, format, widthPx, heightPx, validity } = analysis;
  const conclusions = composeConclusions(analysis, catalogue);
  return {
    sha256,
    format,
    widthPx,
    heightPx,
    validity,
    conclusions,
    indicators: computeClinicalIndicators(conclusions, catalogue),
    performance: performanceOf(analysis, conclusions),
    imageEvidence: imageEvidenceOf(conclusions),
    heatMaps: showHeatMaps(conclusions, analysis.heatMaps),
  };
}

/** The name of the label for what a model was not taught. */
const otherLabel = 'other';

/** The label's figures say nothing of a first entry that rests on the prior, nor do those of *other* of any entry. */
function performanceOf(
  { topLabel: { label, sensitivity, specificity } }: ImageAnalysis,
  conclusions: readonly Conclusion[],
): Performance {
  const entropy = measureEntropy(conclusions);
  const isPredicted = conclusions[0]?.evidence === 'image' && label !== otherLabel;
  return isPredicted
    ? { sensitivity, specificity, entropy }
    : { sensitivity: null, specificity: null, entropy };
}
