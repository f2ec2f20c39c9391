// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import type { BodyRequest, RequestedBodyScore } from './assess-body.ts';
import { type FieldReading, mostProblems } from './field-reading.ts';
import { type AnsweredBody, type BodySystem, readBodyScore, readBodySystem } from './read-body-score.ts';
import { listRefused } from './read-photograph-request.ts';
import { findNothingAsked, noReading, type RequestReaders } from './read-severity-request.ts';
import { withoutMoot } from './without-moot.ts';

/** A request for whole-body scores, understood. */
export interface UnderstoodBody {
  readonly condition: Condition;
  readonly scores: readonly AnsweredBody[];
}

/** @throws DeviceError `invalidRequest` with every fault of the request, those of the door included */
export function readBodyRequest(request: BodyRequest, readers: RequestReaders): UnderstoodBody {
  const condition =
    request.condition === undefined ? noReading : readers.readKnownCondition(request.condition);
  const systems = request.scores.map(({ code }) => readBodySystem(code, readers.systems));
  const known = systems.flatMap(({ value }) => value ?? []);
  const said = withoutMoot(request.problems, listRefused(request.scores, known));
  const readOne = (requested: RequestedBodyScore, system: FieldReading<BodySystem>) =>
    system.value === undefined
      ? system
      : readBodyScore(system.value, requested, { readBodySite: readers.readBodySite, said });
  const scores = request.scores.map((each, at) => readOne(each, systems[at] ?? noReading));
  const problems = [
    ...said,
    ...[condition, ...scores].flatMap((reading) => reading.problems ?? []),
    ...(request.scores.length === 0 ? findNothingAsked(request.problems) : []),
    ...request.scores.flatMap((each) => findNoPhotographs(each, request.problems)),
  ];
  const answered = scores.flatMap(({ value }) => value ?? []);
  const isWhole = answered.length > 0 && answered.length === scores.length && problems.length === 0;
  if (!isWhole || condition.value === undefined)
    throw new DeviceError('invalidRequest', { problems: problems.slice(0, mostProblems) });
  return { condition: condition.value, scores: answered };
}

/** Sites without a photograph of which the door has said nothing. */
function findNoPhotographs(
  { code, sites }: RequestedBodyScore,
  said: readonly FieldProblem[],
): readonly FieldProblem[] {
  const without = sites.filter(({ image }) => image === undefined).map(({ bodySite }) => bodySite);
  const isSaid = (bodySite: string) => said.some(({ loc }) => loc[2] === code && loc[4] === bodySite);
  return without
    .filter((bodySite) => !isSaid(bodySite))
    .map((bodySite) => {
      const loc = ['body', 'scoringSystem', code, 'item', bodySite, 'payload', 'contentAttachment', 'data'];
      return { type: 'missing', msg: 'Field required', loc };
    });
}
