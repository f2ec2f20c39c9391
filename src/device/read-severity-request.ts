// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import { acceptsSite } from '../scoring/accepts-site.ts';
import { chooseForm } from '../scoring/choose-form.ts';
import type { ScoringSystem, Site } from '../scoring/scoring-system.ts';
import { type FieldReading, mostProblems, toValueProblem } from './field-reading.ts';
import type { ReadBodySite } from './read-body-site.ts';
import type { NamedCondition, ReadKnownCondition } from './read-known-condition.ts';
import { type AnsweredForm, type RequestedScore, readScore, readSystem } from './read-score.ts';
import { withoutMoot } from './without-moot.ts';

/** What a request says; undefined where the door has found a fault in it. */
export interface SeverityRequest {
  readonly accountId: string;
  readonly bodySite: string | undefined;
  readonly condition: NamedCondition | undefined;
  readonly scores: readonly RequestedScore[];
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** Faults that the door has found. */
  readonly problems: readonly FieldProblem[];
}

/** A request, understood. */
export interface UnderstoodRequest {
  readonly site: Site;
  readonly condition: Condition;
  readonly scores: readonly AnsweredForm[];
}

export interface RequestReaders {
  readonly readBodySite: ReadBodySite;
  readonly readKnownCondition: ReadKnownCondition;
  readonly systems: readonly ScoringSystem[];
}

/** @throws DeviceError `invalidRequest` with every fault of the request, those of the door included */
export function readSeverityRequest(request: SeverityRequest, readers: RequestReaders): UnderstoodRequest {
  const site = request.bodySite === undefined ? noReading : readers.readBodySite(request.bodySite);
  const condition =
    request.condition === undefined ? noReading : readers.readKnownCondition(request.condition);
  const scores = request.scores.map((score) => readOne(score, readers.systems));
  const problems = [
    ...withoutMoot(request.problems, listRefused(request.scores, readers.systems)),
    ...[site, condition, ...scores].flatMap((reading) => reading.problems ?? []),
    ...(site.value === undefined ? [] : findSiteProblems(request.scores, site.value, readers.systems)),
    ...(request.scores.length === 0 ? findNothingAsked(request.problems) : []),
  ];
  const answered = scores.flatMap((score) => score.value ?? []);
  const isWhole = answered.length > 0 && answered.length === scores.length;
  if (problems.length > 0 || !isWhole || site.value === undefined || condition.value === undefined) {
    throw new DeviceError('invalidRequest', { problems: problems.slice(0, mostProblems) });
  }
  return { site: site.value, condition: condition.value, scores: answered };
}

/** What the door has refused already. */
export const noReading: FieldReading<never> = { problems: [] };

function readOne(requested: RequestedScore, systems: readonly ScoringSystem[]): FieldReading<AnsweredForm> {
  const system = readSystem(requested.code, systems);
  if (system.value === undefined) return system;
  return requested.answers === undefined ? noReading : readScore(system.value, requested);
}

function listRefused(
  scores: readonly RequestedScore[],
  systems: readonly ScoringSystem[],
): readonly string[] {
  return scores.map(({ code }) => code).filter((code) => readSystem(code, systems).value === undefined);
}

/** One entry for a request that names no scoring system, unless the door has said so. */
export function findNothingAsked(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const isSaid = problems.some(({ loc }) => loc[1] === 'scoringSystem');
  return isSaid ? [] : [{ type: 'missing', msg: 'Field required', loc: ['body', 'scoringSystem'] }];
}

/** One entry for the site, whoever refuses it; wrong answers do not hide it. */
function findSiteProblems(
  scores: readonly RequestedScore[],
  site: Site,
  systems: readonly ScoringSystem[],
): readonly FieldProblem[] {
  const refusing = scores.flatMap(({ code, answers }) => {
    const system = readSystem(code, systems).value;
    if (system === undefined || answers === undefined) return [];
    return acceptsSite(system, chooseForm(system, answers), site) ? [] : [system];
  });
  if (refusing.length === 0) return [];
  const reasons = refusing.map((system) => describeRefusal(system, site));
  return [toValueProblem(['body', 'bodySite'], reasons.join('; '))];
}

/** Why a score cannot be had of a body site. */
export function describeRefusal({ code, sites }: ScoringSystem, site: Site): string {
  if (sites !== null) {
    return `${code} cannot be scored on ${site.code}; it can on ${sites.join(', ')} and their parts`;
  }
  return `${code} has no region for ${site.code}; its body sites are listed at /v1/questionnaires?code=${code}`;
}
