// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import { acceptsSite } from '../scoring/accepts-site.ts';
import type { ScoringSystem, Site } from '../scoring/scoring-system.ts';
import type { PhotographRequest } from './assess-photograph.ts';
import type { NumberedLabel } from './diagnose.ts';
import { type FieldReading, mostProblems, toValueProblem } from './field-reading.ts';
import {
  type AnsweredPhotograph,
  type PhotographSystem,
  readPhotographScore,
  readPhotographSystem,
} from './read-photograph-score.ts';
import type { RequestedScore } from './read-score.ts';
import {
  describeRefusal,
  findNothingAsked,
  noReading,
  type RequestReaders,
} from './read-severity-request.ts';
import { withoutMoot } from './without-moot.ts';

/** A request for scores of one photograph, understood. */
export interface UnderstoodPhotograph {
  readonly site: Site;
  readonly condition: Condition;
  readonly scores: readonly AnsweredPhotograph[];
  readonly image: NumberedLabel;
}

/** @throws DeviceError `invalidRequest` with every fault of the request, those of the door included */
export function readPhotographRequest(
  request: PhotographRequest,
  readers: RequestReaders,
): UnderstoodPhotograph {
  const { image } = request;
  const site = request.bodySite === undefined ? noReading : readers.readBodySite(request.bodySite);
  const condition =
    request.condition === undefined ? noReading : readers.readKnownCondition(request.condition);
  const systems = request.scores.map(({ code }) => readPhotographSystem(code, readers.systems));
  const scores = request.scores.map((each, at) => readOne(each, systems[at] ?? noReading));
  const known = systems.flatMap(({ value }) => value ?? []);
  const problems = [
    ...withoutMoot(request.problems, listRefused(request.scores, known)),
    ...[site, condition, ...scores].flatMap((reading) => reading.problems ?? []),
    ...(site.value === undefined ? [] : findSiteProblems(known, site.value)),
    ...(request.scores.length === 0 ? findNothingAsked(request.problems) : []),
    ...(image === undefined ? findNoPhotograph(request.problems) : []),
  ];
  const answered = scores.flatMap(({ value }) => value ?? []);
  const isWhole = answered.length > 0 && answered.length === scores.length && problems.length === 0;
  if (!isWhole || site.value === undefined || condition.value === undefined || image === undefined)
    throw new DeviceError('invalidRequest', { problems: problems.slice(0, mostProblems) });
  return { site: site.value, condition: condition.value, scores: answered, image };
}

function readOne(
  requested: RequestedScore,
  system: FieldReading<PhotographSystem>,
): FieldReading<AnsweredPhotograph> {
  if (system.value === undefined) return system;
  return requested.answers === undefined ? noReading : readPhotographScore(system.value, requested);
}

/** Codes of the scores that there is no way to read. */
export function listRefused(
  requested: readonly { readonly code: string }[],
  known: readonly { readonly system: ScoringSystem }[],
): readonly string[] {
  const codes = known.map(({ system }) => system.code);
  return requested.map(({ code }) => code).filter((code) => !codes.includes(code));
}

/** One entry for the site, whoever refuses it. */
function findSiteProblems(known: readonly PhotographSystem[], site: Site): readonly FieldProblem[] {
  const reasons = known
    .filter(({ system, form }) => !acceptsSite(system, form, site))
    .map(({ system }) => describeRefusal(system, site));
  return reasons.length === 0 ? [] : [toValueProblem(['body', 'bodySite'], reasons.join('; '))];
}

function findNoPhotograph(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const loc = ['body', 'payload', 'contentAttachment', 'data'];
  const isSaid = problems.some((problem) => problem.loc[1] === 'payload');
  return isSaid ? [] : [{ type: 'missing', msg: 'Field required', loc }];
}
