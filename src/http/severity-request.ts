// SPDX-License-Identifier: Apache-2.0
import type { KnownCondition, PreviousScore, SeverityAssessmentManualRequest } from '@openderm/contract';
import type { NamedCondition } from '../device/read-known-condition.ts';
import type { RequestedScore } from '../device/read-score.ts';
import type { SeverityRequest } from '../device/read-severity-request.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import { readIssued } from './read-issued.ts';

type Sent = Partial<SeverityAssessmentManualRequest>;
type SentScores = SeverityAssessmentManualRequest['scoringSystem'];
type EarlierPoint = RequestedScore['previous'][number];

/**
 * A document as the device takes it. Fields in which the schema has found faults are left out and the faults handed on,
 * so that a client reads all that is wrong at once.
 * @throws DeviceError `invalidRequest` when the document is no object
 */
export function toSeverityRequest(
  document: unknown,
  problems: readonly FieldProblem[],
): Omit<SeverityRequest, 'accountId'> {
  if (problems.some(({ loc }) => loc.length === 1)) throw new DeviceError('invalidRequest', { problems });
  const { bodySite, knownCondition, scoringSystem = {}, subject } = document as Sent;
  const isFaulty = (...path: readonly string[]) => problems.some(({ loc }) => isIn(loc, path));
  const isWhole = !problems.some(({ loc }) => loc.length === 2 && loc[1] === 'scoringSystem');
  const codes = isWhole ? Object.keys(scoringSystem) : [];
  const scores = codes.map((code) =>
    isFaulty('scoringSystem', code) ? unread(code) : toRequestedScore(code, scoringSystem[code]),
  );
  return {
    bodySite: isFaulty('bodySite') ? undefined : bodySite,
    condition: isFaulty('knownCondition') ? undefined : toNamedCondition(knownCondition),
    scores,
    subject: isFaulty('subject') ? null : (subject?.toWellFormed() ?? null),
    problems: [...problems, ...scores.flatMap(findDateProblems)],
  };
}

/** Whether a fault stands in a field of the body or below it. */
function isIn(loc: FieldProblem['loc'], path: readonly string[]): boolean {
  return path.every((key, index) => String(loc[index + 1]) === key);
}

function unread(code: string): RequestedScore {
  return { code, answers: undefined, previous: [] };
}

function toNamedCondition(known: KnownCondition | undefined): NamedCondition | undefined {
  if (known === undefined) return undefined;
  const { text, coding } = known.conclusion;
  return { text: text.toWellFormed(), codes: (coding ?? []).map(({ code }) => code) };
}

function toRequestedScore(code: string, sent: SentScores[string] | undefined): RequestedScore {
  if (sent === undefined) return unread(code);
  return {
    code,
    answers: sent.questionnaireResponse.item,
    previous: (sent.previous ?? []).map(toEarlierPoint),
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
