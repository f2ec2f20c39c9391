// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Concept, NullableText, Percent } from './concept.ts';

const Confidence = (description: string) =>
  Type.Object({
    code: Concept,
    value: Percent(description),
    interpretation: NullableText({ description: 'Always null here; existing clients read the key.' }),
  });

/** What a person can change about a photograph. */
export const QualityReason = Type.Enum(
  [
    'blur',
    'tooDark',
    'tooBright',
    'lowContrast',
    'lowResolution',
    'glare',
    'noise',
    'compression',
    'notSkin',
  ],
  { description: 'Something the person who takes the photograph can change.' },
);
export type QualityReason = Static<typeof QualityReason>;

/** Whether a photograph may be used for a clinical reading. Use `isValid` as the one gate. */
export const MediaValidity = Type.Object({
  quality: Type.Object({
    acceptable: Type.Boolean({ description: 'The score reaches the threshold printed at /v1/limits.' }),
    score: Type.Integer({ minimum: 0, maximum: 100, description: '0 is unusable, 100 perfect.' }),
    interpretation: Type.Enum(['Bad', 'Poor', 'Fair', 'Good', 'Excellent'], {
      description: '0-20 Bad, 21-40 Poor, 41-60 Fair, 61-80 Good, 81-100 Excellent.',
    }),
  }),
  domain: Type.Object({
    isDermatological: Type.Boolean({ description: 'The picture shows skin.' }),
    additionalData: Type.Object({ aiConfidence: Confidence('Confidence that the picture shows skin.') }),
  }),
  modality: Type.Object({
    value: Type.Enum(['None', 'Clinical', 'Dermoscopic']),
    additionalData: Type.Object({
      aiConfidenceClinical: Confidence('Confidence that it is a clinical photograph.'),
      aiConfidenceDermoscopic: Confidence('Confidence that it was taken through a dermatoscope.'),
    }),
  }),
  isValid: Type.Boolean({
    description: 'Skin, and of acceptable quality. If false, do not act on the rest.',
  }),
  reasons: Type.Array(QualityReason, { description: 'Additive. What to change, worst first.' }),
});
export type MediaValidity = Static<typeof MediaValidity>;
