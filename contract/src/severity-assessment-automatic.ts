// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { ContentAttachment } from './content-attachment.ts';
import { Model } from './model.ts';
import { GlobalPatientEvolution, LocalPatientEvolution, photographFacts } from './photograph-evolution.ts';
import {
  maxScoringSystems,
  RequestedScore,
  SeverityAssessmentManualRequest,
  SeverityAssessmentManualResponse,
  SeverityAssessmentQuery,
} from './severity-assessment-manual.ts';

const { bodySite, knownCondition, subject } = SeverityAssessmentManualRequest.properties;
const { previous } = RequestedScore.properties;
const previousOfBody = Type.Optional(
  Type.Unsafe<Static<typeof previous>>({
    ...previous,
    description:
      'Additive. Earlier scores of the whole body, compared by their value: the answer then says how this one changed. Answers behind them (`item`) are refused.',
  }),
);

const Answers = Type.Record(Type.String(), Type.Unknown());

/** What a person answers; each part may be left out or null. */
const questionnaireResponse = (description: string) =>
  Type.Optional(
    Type.Unsafe<{ item?: Static<typeof Answers> | null } | null>({
      type: ['object', 'null'],
      properties: {
        item: {
          type: ['object', 'null'],
          description: 'Answers by item code, numbers all of them. See `item` of /v1/questionnaires.',
        },
      },
      description,
    }),
  );

/** One photograph. */
export const PhotographPayload = Type.Object({ contentAttachment: ContentAttachment });
export type PhotographPayload = Static<typeof PhotographPayload>;

/** The same as some clients send it. */
export const PhotographPayloadList = Type.Array(PhotographPayload, { minItems: 1, maxItems: 1 });

const payload = Type.Unsafe<PhotographPayload | PhotographPayload[]>({
  anyOf: [PhotographPayload, PhotographPayloadList],
  description: 'The photograph: one object; a list of one is taken as well.',
});

/** One scoring system, and what a person answers of it. */
export const RequestedPhotographScore = Type.Object({
  questionnaireResponse: questionnaireResponse(
    'What the photograph cannot show, e.g. `surface` of apasi. Left out where nothing is asked.',
  ),
  previous,
});
export type RequestedPhotographScore = Static<typeof RequestedPhotographScore>;

/** Fields that are not named here are ignored. */
export const SeverityAssessmentLocalRequest = Type.Object({
  payload,
  bodySite,
  knownCondition,
  scoringSystem: Type.Record(Type.String(), RequestedPhotographScore, {
    maxProperties: maxScoringSystems,
    description: 'One or more scoring systems that photographs answer, by code; `{}` where nothing is asked.',
  }),
  subject,
});
export type SeverityAssessmentLocalRequest = Static<typeof SeverityAssessmentLocalRequest>;

/** One photographed site, and what a person answers of it. */
export const RequestedSite = Type.Object({
  payload,
  questionnaireResponse: questionnaireResponse(
    'Additive. What belongs to the site, e.g. `surface`, which is measured where it is left out.',
  ),
});
export type RequestedSite = Static<typeof RequestedSite>;

/** One scoring system over several sites. */
export const RequestedBodyScore = Type.Object({
  item: Type.Record(Type.String(), RequestedSite, {
    description: 'Photographs by body site. A part of the body is allowed; the answer says how much it is.',
  }),
  questionnaireResponse: questionnaireResponse(
    'Additive. What belongs to the person and is answered once: `patientAge`, `pruritus`, `sleeplessness`.',
  ),
  previous: previousOfBody,
});
export type RequestedBodyScore = Static<typeof RequestedBodyScore>;

/** Fields that are not named here are ignored. */
export const SeverityAssessmentGlobalRequest = Type.Object({
  knownCondition,
  scoringSystem: Type.Record(Type.String(), RequestedBodyScore, {
    maxProperties: maxScoringSystems,
    description: 'One or more of aeasi, aihs4, aladin, apasi, asalt, ascorad and avasi, by code.',
  }),
  subject,
});
export type SeverityAssessmentGlobalRequest = Static<typeof SeverityAssessmentGlobalRequest>;

export const SeverityAssessmentAutomaticQuery = Type.Object({
  ...SeverityAssessmentQuery.properties,
  pictures: Type.Optional(
    Type.Enum(['all', 'none'], {
      description:
        'Additive. `none` leaves out masks and drawn-over photographs: the answer is made faster and is far smaller. Default: `all`.',
    }),
  ),
});
export type SeverityAssessmentAutomaticQuery = Static<typeof SeverityAssessmentAutomaticQuery>;

const { patientEvolution: _, bodySite: site, ...head } = SeverityAssessmentManualResponse.properties;
const models = Type.Array(Model, { description: 'Additive. Which weights answered, and on what terms.' });

/** FHIR DiagnosticReport-shaped, as the reference answers. */
export const SeverityAssessmentLocalResponse = Type.Object({
  ...head,
  ...photographFacts,
  patientEvolution: LocalPatientEvolution,
  bodySite: site,
  models,
});
export type SeverityAssessmentLocalResponse = Static<typeof SeverityAssessmentLocalResponse>;

/** FHIR DiagnosticReport-shaped, as the reference answers. */
export const SeverityAssessmentGlobalResponse = Type.Object({
  ...head,
  patientEvolution: GlobalPatientEvolution,
  models,
});
export type SeverityAssessmentGlobalResponse = Static<typeof SeverityAssessmentGlobalResponse>;
