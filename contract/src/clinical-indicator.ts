// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableNumber, Percent } from './concept.ts';

/** Sums of `conclusion[]` over the entries a matrix marks; the matrix is a proposal no clinician has signed. */
export const ClinicalIndicator = Type.Object({
  hasCondition: Percent('A relevant skin condition is present.'),
  pigmentedLesion: Percent('The lesion is pigmented.'),
  malignancy: Percent('The lesion is malignant.'),
  urgentReferral: Percent('The person should be seen within 48 hours.'),
  highPriorityReferral: Percent('The person should be seen within 15 days; includes urgent.'),
});
export type ClinicalIndicator = Static<typeof ClinicalIndicator>;

const entropy = Percent('Shannon entropy of conclusion[] over its maximum: 0 certain, 100 anything goes.');

export const PerformanceIndicator = Type.Object({
  sensitivity: NullableNumber({
    description: 'Percent, of the predicted label on the model validation set; null without image evidence.',
  }),
  specificity: NullableNumber({ description: 'Percent; as sensitivity.' }),
  entropy,
});
export type PerformanceIndicator = Static<typeof PerformanceIndicator>;

export const ImagePerformanceIndicator = Type.Object({ entropy });
export type ImagePerformanceIndicator = Static<typeof ImagePerformanceIndicator>;
