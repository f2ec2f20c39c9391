// SPDX-License-Identifier: Apache-2.0
import type { DiagnosisWarning } from '../record/diagnosis.ts';
import type { DiagnosisContent } from './diagnosis-of-images.ts';

/** What is said of a differential, and of nothing else. */
const aboutDifferential: readonly DiagnosisWarning[] = ['outsideKnownConditions', 'imagesDisagree'];

/** A reading of photographs of which nobody asked what it may be: nothing in it names a condition. */
export function withoutDifferential(content: DiagnosisContent): DiagnosisContent {
  return {
    ...content,
    conclusions: [],
    warnings: content.warnings.filter((warning) => !aboutDifferential.includes(warning)),
    images: content.images.map((image) => ({ ...image, conclusions: [], heatMaps: [] })),
  };
}
