// SPDX-License-Identifier: Apache-2.0
import Type, { type Static, type TSchema } from 'typebox';
import { NullableNumber, NullableText } from './concept.ts';
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

/** Reserved: the reference always emits them, always null. */
const reserved = Type.Null({ description: 'Reserved; always null.' });

const FhirCoding = Type.Object({
  code: NullableText(),
  display: Type.String({ description: 'Translated.' }),
  system: Type.String(),
});

export const FhirPathology = Type.Object({
  coding: Type.Array(FhirCoding, { description: 'Our condition, then ICD-11, whose code may be null.' }),
  nameLocale,
});
export type FhirPathology = Static<typeof FhirPathology>;

const Labelled = <C extends TSchema>(code: C) => Type.Object({ code, display: Type.String() });

export const FhirIndicators = Type.Object({
  resourceType: Type.Literal('Observation'),
  component: Type.Array(
    Type.Object({
      code: Type.Object({ coding: Type.Array(Labelled(Type.String())) }),
      valueQuantity: Type.Object({
        value: NullableReportPercent('Null: not known.'),
        unit: Type.Literal('%'),
      }),
    }),
  ),
});
export type FhirIndicators = Static<typeof FhirIndicators>;

const media = {
  resourceType: Type.Literal('Media'),
  content: Type.Object({ url: Type.String({ description: 'Signed; lives 30 minutes.' }) }),
  type: Type.Literal('Image'),
};

/** Something found on the photograph of a score. */
const FhirAnnotation = Type.Object({
  id: Type.String({ description: '32 characters.' }),
  rect: Type.Object({
    topLeft: Type.Object({ x: Type.Number(), y: Type.Number() }),
    width: Type.Number(),
    height: Type.Number(),
  }),
  type: Type.String(),
  confidence: NullableNumber({ description: '0-1.' }),
});

export const FhirAnswer = Type.Object({
  linkId: Type.Integer(),
  text: Type.String({ description: 'Translated.' }),
  code: Type.Array(Labelled(Type.String())),
  answer: Type.Array(Type.Object({ valueCoding: Labelled(Type.Number()) })),
  ...reportReading,
});
export type FhirAnswer = Static<typeof FhirAnswer>;

export const FhirQuestionnaire = Type.Object({
  resourceType: Type.Literal('QuestionnaireResponse'),
  questionnaire: Type.String({ description: 'E.g. `apasiLocal`.' }),
  scoringSystem: Type.Object({ text: Type.String(), coding: Type.Array(Labelled(Type.String())) }),
  score: Type.Object({
    valueQuantity: Type.Object({ value: Type.Number({ description: 'Exact.' }) }),
    system: Type.Literal('http://unitsofmeasure.org'),
    unit: Type.Literal('points'),
    interpretation: nullable(
      Type.Object({ coding: Type.Array(Labelled(ReportSeverityLevel)), text: Type.String() }),
      'Null where a score has no bands.',
    ),
    interpretations: ReportInterpretations,
  }),
  explainabilityMedia: nullable(
    Type.Object({ ...media, annotations: Type.Array(FhirAnnotation) }),
    'What was found, drawn on the photograph.',
  ),
  item: Type.Array(FhirAnswer),
  reduction: ReportReduction,
  history: ReportHistory,
  ...reportScoreFacts,
});
export type FhirQuestionnaire = Static<typeof FhirQuestionnaire>;

const FhirObservation = Type.Object({
  media: Type.Object({
    ...media,
    modality: ReportModality,
    diqaScore: NullableReportPercent('Image quality, 0-100.'),
    ...reportPhotographFacts,
  }),
});

const FhirResult = Type.Object({
  id: Type.String({ format: 'uuid' }),
  performanceIndicators: FhirIndicators,
  clinicalIndicators: FhirIndicators,
  analysisDuration: Type.Number({ exclusiveMinimum: 0, description: 'Seconds.' }),
  observations: Type.Array(FhirObservation, {
    description: 'Every photograph, in the order of the request.',
  }),
  conclusions: Type.Array(Type.Object({ pathology: FhirPathology, probability: ReportPercent('0-100.') }), {
    description: 'Most probable first; entries that would print as 0 are left out.',
  }),
  questionnaires: Type.Array(FhirQuestionnaire, {
    description: 'Empty when inconclusive, unless severity was forced.',
  }),
  ...reportFacts,
});

const link = { url: NullableText(), pdf: NullableText() };

/** `format=fhir`: the shape of the reference, which borrows names from FHIR. */
export const FhirReport = Type.Object({
  resourceType: Type.Literal('DiagnosticReport'),
  id: Type.String({ description: 'The `encryptedId` of the address.' }),
  presentedForm: Type.Object({ practitioner: Type.Object(link), patient: Type.Object(link) }),
  encounter: Type.Object({ identifier: Type.Object({ value: NullableText() }) }),
  issued: Type.String({ description: 'ISO 8601 with offset.' }),
  condition: Type.Object({
    pathology: nullable(FhirPathology, 'Null until the first conclusion crosses the company’s threshold.'),
    bodySite: Type.Object({
      coding: Type.Array(
        Type.Object({
          system: Type.String(),
          code: Type.String(),
          display: Type.String(),
          displayLocale: nameLocale,
        }),
      ),
    }),
  }),
  extraData: nullable(Type.Record(Type.String(), Type.Unknown()), 'As it came.'),
  anamnesisGeneral: Type.Object({
    resourceType: Type.Literal('QuestionnaireResponse'),
    status: Type.Literal('completed'),
    item: Type.Array(
      Type.Object({
        linkId: Type.Integer({ minimum: 1 }),
        text: Type.String(),
        answer: Type.Array(Type.Object({ valueString: Type.String() })),
      }),
    ),
  }),
  macroscopicMedia: nullable(
    Type.Object({ ...media, annotations: Type.Null({ description: 'Always null.' }) }),
    'The context photograph.',
  ),
  result: FhirResult,
  patient: reserved,
  previousDiagnosticReportId: reserved,
  nextDiagnosticReportId: reserved,
  helpDiagnoseQuestionnaireAnswers: reserved,
  isPriority: reserved,
  isReviewed: reserved,
  patientVisibility: reserved,
  status: ReportStatus,
  locale: ReportLocale,
});
export type FhirReport = Static<typeof FhirReport>;

export const FhirReportResponse = Envelope(FhirReport);
export type FhirReportResponse = Static<typeof FhirReportResponse>;
