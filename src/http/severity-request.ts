// SPDX-License-Identifier: Apache-2.0
import {
  maxScoringSystems,
  RequestedScore as RequestedScoreSchema,
  type SeverityAssessmentManualRequest,
} from '@openderm/contract';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { RequestedScore } from '../device/read-score.ts';
import type { SeverityRequest } from '../device/read-severity-request.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import {
  findDateProblems,
  readBodySiteField,
  readConditionField,
  readSubjectField,
  toEarlierPoint,
} from './sent-score.ts';

type SentScore = Static<typeof RequestedScoreSchema>;

const fits = {
  request: Compile(Type.Object({})),
  scores: Compile(Type.Record(Type.String(), Type.Unknown(), { maxProperties: maxScoringSystems })),
  score: Compile(RequestedScoreSchema),
};

/**
 * A document as the device takes it. Fields that do not fit the schema are left out and the faults handed on, so that a
 * client reads all that is wrong at once.
 * @throws DeviceError `invalidRequest` when the document is no object
 */
export function toSeverityRequest(
  document: unknown,
  problems: readonly FieldProblem[],
): Omit<SeverityRequest, 'accountId'> {
  if (!fits.request.Check(document)) throw new DeviceError('invalidRequest', { problems });
  const sent: Partial<Record<keyof SeverityAssessmentManualRequest, unknown>> = document;
  const scores = fits.scores.Check(sent.scoringSystem)
    ? Object.entries(sent.scoringSystem).map(([code, score]) => toRequestedScore(code, score))
    : [];
  return {
    bodySite: readBodySiteField(sent.bodySite),
    condition: readConditionField(sent.knownCondition),
    scores,
    subject: readSubjectField(sent.subject),
    problems: [...problems, ...scores.flatMap(findDateProblems)],
  };
}

function toRequestedScore(code: string, sent: unknown): RequestedScore {
  if (!fits.score.Check(sent)) return { code, answers: undefined, previous: [] };
  const { questionnaireResponse, previous }: SentScore = sent;
  return {
    code,
    answers: questionnaireResponse.item,
    previous: (previous ?? []).map(toEarlierPoint),
  };
}
