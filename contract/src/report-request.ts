// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';
import { ContentAttachment, ImagePayload } from './content-attachment.ts';
import { Dermoscope } from './dermoscope.ts';
import { maxImages } from './diagnosis-support.ts';
import {
  maxScoringSystems,
  maxSubjectCharacters,
  SeverityAssessmentManualRequest,
} from './severity-assessment-manual.ts';

/** More questions than anybody answers. */
export const maxAnamnesisAnswers = 100;

/** A few pages. */
export const maxAnamnesisCharacters = 10_000;

/** JSON text of `extraData`: identifiers and tags, not documents. */
export const maxExtraDataBytes = 16 * 1024;

/** A question and what the patient said. */
export const ReportAnamnesisAnswer = Type.Object({
  question: Type.String({ minLength: 1, maxLength: maxAnamnesisCharacters }),
  answer: Type.String({ maxLength: maxAnamnesisCharacters }),
});
export type ReportAnamnesisAnswer = Static<typeof ReportAnamnesisAnswer>;

const Attached = Type.Object({ contentAttachment: ContentAttachment });

const macroscopicMedia = Type.Optional(
  Type.Unsafe<Static<typeof Attached> | null>({
    anyOf: [Attached, { type: 'null' }],
    description: 'A photograph that shows where on the body it is. Kept with the report, not analysed.',
  }),
);

const extraData = Type.Optional(
  Type.Unsafe<Record<string, unknown> | null>({
    type: ['object', 'null'],
    description: 'A JSON object of your own, echoed as it came; at most 16 KiB of text.',
  }),
);

const anamnesisGeneral = Type.Optional(
  Type.Unsafe<ReportAnamnesisAnswer[] | null>({
    type: ['array', 'null'],
    items: ReportAnamnesisAnswer,
    maxItems: maxAnamnesisAnswers,
    description: 'Questions and answers as they shall stand in the report.',
  }),
);

const forcedScoringSystems = Type.Optional(
  Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string', minLength: 1, maxLength: maxSubjectCharacters },
    maxItems: maxScoringSystems,
    description:
      'Scores that are counted whatever the diagnosis, by code (`apasi`), form (`apasiLocal`) or report name (`alegi`).',
  }),
);

const knownAnswers = Type.Optional(
  Type.Unsafe<Record<string, unknown> | null>({
    type: ['object', 'null'],
    additionalProperties: { type: 'object' },
    maxProperties: maxScoringSystems,
    description:
      'What no photograph shows, by score and item, e.g. `{"ascorad":{"pruritus":4,"sleeplessness":2}}`.',
  }),
);

const dermoscope = Type.Optional(Type.Unsafe<Dermoscope | null>({ ...Dermoscope, type: ['object', 'null'] }));

/** Fields that are not named here are ignored. */
export const CreateReportRequest = Type.Object({
  ...ImagePayload(maxImages).properties,
  bodySite: Type.String({
    maxLength: maxSubjectCharacters,
    description: 'A code of /v1/body-sites that can be photographed, e.g. `headFront`.',
  }),
  macroscopicMedia,
  visitIdentifier: Type.Optional(
    NullableText({ maxLength: maxSubjectCharacters, description: 'Your own key of the visit, echoed.' }),
  ),
  extraData,
  anamnesisGeneral,
  forcedScoringSystems,
  knownAnswers,
  dermoscope,
  subject: SeverityAssessmentManualRequest.properties.subject,
});
export type CreateReportRequest = Static<typeof CreateReportRequest>;

export const reportLocales = ['en', 'es', 'fr', 'de', 'pt'] as const;
export const reportAudiences = ['clinician', 'patient'] as const;
export const reportFormats = ['raw', 'fhir', 'fhir-r4', 'pdf', 'dicom'] as const;

export const ReportQuery = Type.Object({
  format: Type.Optional(
    Type.Enum(reportFormats, {
      description:
        '`raw` (default), `fhir`, `fhir-r4`, a FHIR R4 document without an envelope, `pdf`, which is a redirect to a signed link, or `dicom`, the photographs as DICOM files.',
    }),
  ),
  locale: Type.Optional(
    Type.Enum(reportLocales, { description: 'Language of the translated texts. Default: the company’s.' }),
  ),
  audience: Type.Optional(
    Type.Enum(reportAudiences, {
      description:
        'Of `format=pdf` alone. `clinician` (default), or `patient`: a sheet without conditions, figures and grades.',
    }),
  ),
});
export type ReportQuery = Static<typeof ReportQuery>;

export const CreateReportQuery = Type.Object({ locale: ReportQuery.properties.locale });
export type CreateReportQuery = Static<typeof CreateReportQuery>;
