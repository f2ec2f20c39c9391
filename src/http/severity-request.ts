// SPDX-License-Identifier: Apache-2.0
import {
  type KnownCondition,
  maxScoringSystems,
  type PreviousScore,
  RequestedScore as RequestedScoreSchema,
  SeverityAssessmentManualRequest,
} from '@openderm/contract';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { NamedCondition } from '../device/read-known-condition.ts';
import type { RequestedScore } from '../device/read-score.ts';
import type { SeverityRequest } from '../device/read-severity-request.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import { readIssued } from './read-issued.ts';

type SentScore = Static<typeof RequestedScoreSchema>;
type EarlierPoint = RequestedScore['previous'][number];

const { bodySite, knownCondition, subject } = SeverityAssessmentManualRequest.properties;
const fits = {
  request: Compile(Type.Object({})),
  bodySite: Compile(bodySite),
  knownCondition: Compile(knownCondition),
  scores: Compile(Type.Record(Type.String(), Type.Unknown(), { maxProperties: maxScoringSystems })),
  score: Compile(RequestedScoreSchema),
  subject: Compile(subject),
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
    bodySite: fits.bodySite.Check(sent.bodySite) ? sent.bodySite : undefined,
    condition: fits.knownCondition.Check(sent.knownCondition)
      ? toNamedCondition(sent.knownCondition)
      : undefined,
    scores,
    subject: fits.subject.Check(sent.subject) ? (sent.subject?.toWellFormed() ?? null) : null,
    problems: [...problems, ...scores.flatMap(findDateProblems)],
  };
}

function toNamedCondition({ conclusion: { text, coding } }: KnownCondition): NamedCondition {
  return { text: text.toWellFormed(), codes: (coding ?? []).map(({ code }) => code) };
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

function toEarlierPoint({ value, issued, item }: PreviousScore): EarlierPoint {
  const atMs = issued === undefined || issued === null ? null : (readIssued(issued) ?? Number.NaN);
  return { value, atMs, answers: item ?? null };
}

function findDateProblems({ code, previous }: RequestedScore): readonly FieldProblem[] {
  return previous.flatMap(({ atMs }, index) => {
    if (atMs === null || !Number.isNaN(atMs)) return [];
    const msg = 'Value error, Only ISO 8601 dates are allowed, e.g. 2026-02-13 or 2026-02-13T14:58:27Z';
    return [{ type: 'value_error', msg, loc: ['body', 'scoringSystem', code, 'previous', index, 'issued'] }];
  });
}
