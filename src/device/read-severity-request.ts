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
    ...request.problems.filter((problem) => !isMoot(problem, request.scores, readers.systems)),
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
const noReading: FieldReading<never> = { problems: [] };

function readOne(requested: RequestedScore, systems: readonly ScoringSystem[]): FieldReading<AnsweredForm> {
  const system = readSystem(requested.code, systems);
  if (system.value === undefined) return system;
  return requested.answers === undefined ? noReading : readScore(system.value, requested);
}

/** What is missing in a system that is refused whole need not be said. */
function isMoot(
  { loc }: FieldProblem,
  scores: readonly RequestedScore[],
  systems: readonly ScoringSystem[],
): boolean {
  const [, field, key] = loc;
  const code = scores.find((score) => field === 'scoringSystem' && score.code === String(key))?.code;
  return code !== undefined && readSystem(code, systems).value === undefined;
}

function findNothingAsked(problems: readonly FieldProblem[]): readonly FieldProblem[] {
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

function describeRefusal({ code, sites }: ScoringSystem, site: Site): string {
  if (sites !== null) {
    return `${code} cannot be scored on ${site.code}; it can on ${sites.join(', ')} and their parts`;
  }
  return `${code} has no region for ${site.code}; its body sites are listed at /v1/questionnaires?code=${code}`;
}
