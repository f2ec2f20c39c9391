// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';
import { Envelope } from './envelope.ts';
import {
  NullableReportPercent,
  nameLocale,
  nullable,
  ReportHistory,
  ReportInterpretations,
  ReportLocale,
  ReportModality,
  ReportPercent,
  ReportReduction,
  ReportSeverityLevel,
  ReportStatus,
  reportFacts,
  reportPhotographFacts,
  reportReading,
  reportScoreFacts,
} from './report-parts.ts';
import { ReportAnamnesisAnswer } from './report-request.ts';

export const RawPathology = Type.Object({
  name: Type.String({ description: 'Translated.' }),
  code: Type.String({ description: 'Stable label, e.g. `Acne`.' }),
  icd11: NullableText({ description: 'ICD-11 code; two with a comma where the classification needs two.' }),
  nameLocale,
});
export type RawPathology = Static<typeof RawPathology>;

const media = { type: Type.Literal('Image'), url: Type.String({ description: 'Signed; lives 30 minutes.' }) };

const RawObservation = Type.Object({
  media: Type.Object({
    ...media,
    modality: ReportModality,
    diqaScore: NullableReportPercent('Image quality, 0-100.'),
    ...reportPhotographFacts,
  }),
});

export const RawFacet = Type.Object({
  facet: Type.Object({
    name: Type.String({ description: 'Translated.' }),
    description: Type.String({ description: 'Translated; empty where there is none.' }),
    code: Type.String({ description: 'Additive. Stable, e.g. `erythema`.' }),
  }),
  value: Type.Object({ display: Type.String(), raw: Type.Number() }),
  ...reportReading,
});
export type RawFacet = Static<typeof RawFacet>;

export const RawScoringSystem = Type.Object({
  scoringSystem: Type.Object({
    name: Type.String(),
    code: Type.String({ description: 'E.g. `apasiLocal`.' }),
  }),
  score: Type.Object({
    value: Type.Number({ description: 'Exact.' }),
    severity: Type.Object({ value: ReportSeverityLevel, interpretations: ReportInterpretations }),
  }),
  reduction: ReportReduction,
  facets: Type.Array(RawFacet),
  explainabilityMedia: nullable(
    Type.Object({ url: Type.String() }),
    'What was found, drawn on the photograph.',
  ),
  history: ReportHistory,
  ...reportScoreFacts,
});
export type RawScoringSystem = Static<typeof RawScoringSystem>;

const RawResult = Type.Object({
  id: Type.String({ format: 'uuid' }),
  metrics: Type.Object({
    sensitivity: NullableReportPercent('Of the first label on the model’s validation set.'),
    specificity: NullableReportPercent('As sensitivity.'),
    entropy: NullableReportPercent('0 certain, 100 anything goes.'),
  }),
  preliminaryFindings: Type.Object({
    hasCondition: NullableReportPercent('A relevant skin condition is present.'),
    malignancy: NullableReportPercent('The lesion is malignant.'),
    adjustedMalignancy: Type.Null({ description: 'No model of ours adjusts it.' }),
    pigmentedLesion: NullableReportPercent('The lesion is pigmented.'),
    urgentReferral: NullableReportPercent('Should be seen within 48 hours.'),
    highPriorityReferral: NullableReportPercent('Should be seen within 15 days; includes urgent.'),
  }),
  iaSeconds: Type.Number({ exclusiveMinimum: 0 }),
  observations: Type.Array(RawObservation, { description: 'Every photograph, in the order of the request.' }),
  conclusions: Type.Array(Type.Object({ probability: ReportPercent('0-100.'), pathology: RawPathology }), {
    description: 'Most probable first; entries that would print as 0 are left out.',
  }),
  scoringSystems: Type.Array(RawScoringSystem, {
    description: 'Empty when inconclusive, unless severity was forced.',
  }),
  ...reportFacts,
});

/** `format=raw`: flat, for readers without FHIR tooling. */
export const RawReport = Type.Object({
  id: Type.String({ description: 'The `encryptedId` of the address.' }),
  url: NullableText({ description: 'The report in the iframe; null without a valid app key.' }),
  pdf: Type.String({ description: 'Opaque signed link; fetch the report anew when it stops working.' }),
  visitIdentifier: NullableText(),
  extraData: nullable(Type.Record(Type.String(), Type.Unknown()), 'As it came.'),
  pathology: nullable(RawPathology, 'Null until the first conclusion crosses the company’s threshold.'),
  bodySite: Type.Object({
    code: Type.String(),
    name: Type.String({ description: 'Translated.' }),
    nameLocale,
  }),
  createdAt: Type.String({ description: 'ISO 8601 with offset.' }),
  anamnesisGeneral: Type.Array(ReportAnamnesisAnswer),
  macroscopicMedia: nullable(
    Type.Object({ ...media, annotations: Type.Array(Type.Unknown(), { maxItems: 0 }) }),
    'The context photograph.',
  ),
  result: RawResult,
  status: ReportStatus,
  locale: ReportLocale,
});
export type RawReport = Static<typeof RawReport>;

export const RawReportResponse = Envelope(RawReport);
export type RawReportResponse = Static<typeof RawReportResponse>;
