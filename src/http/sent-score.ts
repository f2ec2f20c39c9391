// SPDX-License-Identifier: Apache-2.0
import {
  type KnownCondition,
  type PreviousScore,
  RequestedPhotographScore,
  SeverityAssessmentManualRequest,
} from '@openderm/contract';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { NamedCondition } from '../device/read-known-condition.ts';
import type { RequestedScore } from '../device/read-score.ts';
import type { FieldProblem } from '../errors.ts';
import { readIssued } from './read-issued.ts';

type EarlierPoint = RequestedScore['previous'][number];

const { bodySite, knownCondition, subject } = SeverityAssessmentManualRequest.properties;

/** Parts of a request one by one: what fits is read also where the rest does not. */
const fits = {
  bodySite: Compile(bodySite),
  knownCondition: Compile(knownCondition),
  subject: Compile(subject),
  previous: Compile(Type.Pick(RequestedPhotographScore, ['previous'])),
};

/** Undefined where it does not fit. */
export function readBodySiteField(sent: unknown): string | undefined {
  return fits.bodySite.Check(sent) ? sent : undefined;
}

/** Undefined where it does not fit. */
export function readConditionField(sent: unknown): NamedCondition | undefined {
  return fits.knownCondition.Check(sent) ? toNamedCondition(sent) : undefined;
}

function toNamedCondition({ conclusion: { text, coding } }: KnownCondition): NamedCondition {
  return { text: text.toWellFormed(), codes: (coding ?? []).map(({ code }) => code) };
}

/** Null where there is none, or where it does not fit. */
export function readSubjectField(sent: unknown): string | null {
  return fits.subject.Check(sent) ? (sent?.toWellFormed() ?? null) : null;
}

/** Earlier scores that were sent along; none where they do not fit. */
export function readPreviousField(sent: unknown): readonly EarlierPoint[] {
  return fits.previous.Check(sent) ? (sent.previous ?? []).map(toEarlierPoint) : [];
}

export function toEarlierPoint({ value, issued, item }: PreviousScore): EarlierPoint {
  const atMs = issued === undefined || issued === null ? null : (readIssued(issued) ?? Number.NaN);
  return { value, atMs, answers: item ?? null };
}

/** Dates that are none. */
export function findDateProblems({
  code,
  previous,
}: Pick<RequestedScore, 'code' | 'previous'>): readonly FieldProblem[] {
  return previous.flatMap(({ atMs }, index) => {
    if (atMs === null || !Number.isNaN(atMs)) return [];
    const msg = 'Value error, Only ISO 8601 dates are allowed, e.g. 2026-02-13 or 2026-02-13T14:58:27Z';
    return [{ type: 'value_error', msg, loc: ['body', 'scoringSystem', code, 'previous', index, 'issued'] }];
  });
}
