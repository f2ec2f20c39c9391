// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { ClinicalIndicator, ImagePerformanceIndicator, PerformanceIndicator } from './clinical-indicator.ts';
import { Concept, Percent } from './concept.ts';
import { Conclusion, ImageConclusion } from './conclusion.ts';
import { EchoedAttachment, ImagePayload, ReceivedImage } from './content-attachment.ts';
import { MediaValidity } from './media-validity.ts';
import { Model } from './model.ts';

/** Photographs in one request. The reference's client sends at most three; a full-body series has seventeen. */
export const maxImages = 20;

export const DiagnosisSupportRequest = ImagePayload(maxImages);
export type DiagnosisSupportRequest = Static<typeof DiagnosisSupportRequest>;

const imageEvidencePercent = Percent(
  'Additive. Share of the conclusions that the image itself speaks for; low means the picture may show something the classifier was not taught.',
);

export const ImagingAnalysis = Type.Object({
  mediaValidity: MediaValidity,
  performanceIndicator: ImagePerformanceIndicator,
  clinicalIndicator: ClinicalIndicator,
  conclusion: Type.Array(ImageConclusion),
  contentAttachment: EchoedAttachment,
  imageEvidencePercent,
  receivedImage: ReceivedImage,
});
export type ImagingAnalysis = Static<typeof ImagingAnalysis>;

export const DiagnosisWarning = Type.Enum(
  ['noValidImage', 'outsideKnownConditions', 'imagesDisagree', 'nonCommercialModel', 'forcedScoreUnread'],
  {
    description:
      'What a reader must know before reading on. `forcedScoreUnread`, of reports only: a forced score is missing, for the models of this device cannot read it.',
  },
);
export type DiagnosisWarning = Static<typeof DiagnosisWarning>;

/** FHIR DiagnosticReport-shaped, as the reference answers. */
export const DiagnosisSupportResponse = Type.Object({
  resourceType: Type.Literal('DiagnosticReport'),
  identifier: Type.Object({ use: Type.Literal('official'), value: Type.String({ format: 'uuid' }) }),
  status: Type.Literal('preliminary', { description: 'No clinician has validated it.' }),
  category: Type.Array(Concept),
  code: Concept,
  issued: Type.String({
    description: 'UTC, ISO 8601 with microseconds and without offset, as the reference prints it.',
  }),
  analysisDuration: Type.Number({ minimum: 0, description: 'Seconds.' }),
  performanceIndicator: PerformanceIndicator,
  clinicalIndicator: ClinicalIndicator,
  conclusion: Type.Array(Conclusion, {
    description: 'The whole catalogue, most probable first, over all valid photographs together.',
  }),
  imagingAnalysis: Type.Array(ImagingAnalysis, { description: 'One entry per photograph, in order.' }),
  imageEvidencePercent,
  warnings: Type.Array(DiagnosisWarning, { description: 'Additive.' }),
  models: Type.Array(Model, { description: 'Additive. Which weights answered, and on what terms.' }),
  catalogueVersion: Type.String({ description: 'Additive. Release of the condition catalogue.' }),
});
export type DiagnosisSupportResponse = Static<typeof DiagnosisSupportResponse>;
