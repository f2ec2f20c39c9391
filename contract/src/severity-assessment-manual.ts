// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';
import { ContentAttachment, maxLabelCharacters } from './content-attachment.ts';
import { maxImages } from './diagnosis-support.ts';
import { KnownCondition, ResolvedCondition } from './known-condition.ts';
import { PatientEvolution } from './patient-evolution.ts';

/** More than there are scoring systems. */
export const maxScoringSystems = 100;

/** A score a week for four years. */
const maxPrevious = 200;

/** An identifier of an integrator, with room for a prefix. */
export const maxSubjectCharacters = 200;

const Answers = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'Answers by item code, numbers all of them; those of a region, nail, patch or visit in an object of its own. See /v1/questionnaires.',
});

/** An earlier score, as the integrator has kept it. */
export const PreviousScore = Type.Object({
  value: Type.Number(),
  issued: Type.Optional(
    NullableText({
      maxLength: maxLabelCharacters,
      description: 'ISO 8601 date or date and time; UTC where no offset is given.',
    }),
  ),
  item: Type.Optional(
    Type.Unsafe<Record<string, unknown> | null>({
      type: ['object', 'null'],
      description: 'Its answers, for responses that count items, e.g. HiSCR.',
    }),
  ),
});
export type PreviousScore = Static<typeof PreviousScore>;

/** Answers of one scoring system. */
export const RequestedScore = Type.Object({
  questionnaireResponse: Type.Object({ item: Answers }),
  previous: Type.Optional(
    Type.Unsafe<PreviousScore[] | null>({
      type: ['array', 'null'],
      items: PreviousScore,
      maxItems: maxPrevious,
      description: 'Additive. Earlier scores of the patient: the answer then says how this one changed.',
    }),
  ),
});

export type RequestedScore = Static<typeof RequestedScore>;

/** Fields that are not named here are ignored. */
export const SeverityAssessmentManualRequest = Type.Object({
  bodySite: Type.String({
    maxLength: maxLabelCharacters,
    description:
      'A code of /v1/body-sites; groups such as `wholeBody` too, where the score does not ask for one site.',
  }),
  knownCondition: KnownCondition,
  scoringSystem: Type.Record(Type.String(), RequestedScore, {
    maxProperties: maxScoringSystems,
    description: 'One or more scoring systems of /v1/questionnaires, by code, with their answers.',
  }),
  payload: Type.Optional(
    Type.Unsafe<{ contentAttachment: ContentAttachment }[] | null>({
      type: ['array', 'null'],
      items: Type.Object({ contentAttachment: ContentAttachment }),
      maxItems: maxImages,
      description: 'Photographs, as some clients send along. They are neither analysed nor kept.',
    }),
  ),
  subject: Type.Optional(
    NullableText({
      minLength: 1,
      maxLength: maxSubjectCharacters,
      description:
        'Additive. Your own key of the patient; kept as a keyed hash only, it joins the scores of one patient into a series.',
    }),
  ),
});
export type SeverityAssessmentManualRequest = Static<typeof SeverityAssessmentManualRequest>;

export const SeverityAssessmentQuery = Type.Object({
  locale: Type.Optional(
    Type.String({
      maxLength: 35,
      description:
        'Language of the texts: en, es, fr or de, also as `es_ES` or `es-ES`. Without it `Accept-Language` decides, then English.',
      examples: ['es'],
    }),
  ),
});
export type SeverityAssessmentQuery = Static<typeof SeverityAssessmentQuery>;

/** FHIR DiagnosticReport-shaped, as the reference answers. */
export const SeverityAssessmentManualResponse = Type.Object({
  resourceType: Type.Literal('DiagnosticReport'),
  identifier: Type.Object({ use: Type.Literal('official'), value: Type.String({ format: 'uuid' }) }),
  status: Type.Literal('preliminary', { description: 'No clinician has validated it.' }),
  issued: Type.String({
    description: 'UTC, ISO 8601 with microseconds and without offset, as the reference prints it.',
  }),
  analysisDuration: Type.Number({ exclusiveMinimum: 0, description: 'Seconds.' }),
  patientEvolution: PatientEvolution,
  bodySite: Type.Object(
    { code: Type.String(), name: Type.String({ description: 'In the language of the answer.' }) },
    { description: 'Additive. As it was understood.' },
  ),
  knownCondition: ResolvedCondition,
  locale: Type.Enum(['en', 'es', 'fr', 'de'], { description: 'Additive. Language of the texts.' }),
  catalogueVersion: Type.String({ description: 'Additive. Release of the condition catalogue.' }),
});
export type SeverityAssessmentManualResponse = Static<typeof SeverityAssessmentManualResponse>;
