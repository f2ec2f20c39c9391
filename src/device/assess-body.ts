// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import type { GlobalRecord } from '../record/assessment-record.ts';
import type { GlobalAssessment, WholeBodyAssessedScore } from '../record/photograph-assessment.ts';
import type { LookedFor } from '../record/severity-reading.ts';
import type { AssessPhotographDependencies } from './assess-photograph.ts';
import type { FoundChange } from './assess-severity.ts';
import { countBody, type ReadSiteOfBody } from './count-body.ts';
import type { NumberedLabel } from './diagnose.ts';
import { measureDurationS } from './measure-duration.ts';
import { holdPhotographs, type PhotographsInHand } from './photographs-in-hand.ts';
import { readBodyRequest, type UnderstoodBody } from './read-body-request.ts';
import type { AnsweredBody } from './read-body-score.ts';
import type { NamedCondition } from './read-known-condition.ts';
import type { RequestedScore } from './read-score.ts';
import { toWholeBodyForm } from './whole-body-form.ts';

/** One photographed site of a whole-body score. */
export interface RequestedSite {
  /** As sent: the key of `item`. */
  readonly bodySite: string;
  /** As sent, `{}` where there are none; undefined where the door has found a fault in their place. */
  readonly answers: unknown;
  /** By the number that `addImage` gave it; undefined where the door has found a fault in its place. */
  readonly image: NumberedLabel | undefined;
}

/** A whole-body score that a request asks for. */
export interface RequestedBodyScore extends Pick<RequestedScore, 'code' | 'previous'> {
  /** About the person rather than a site, as sent, `{}` where there are none; undefined where the door refused them. */
  readonly personAnswers: unknown;
  readonly sites: readonly RequestedSite[];
}

/** What a request says; undefined where the door has found a fault in it. */
export interface BodyRequest {
  readonly accountId: string;
  readonly condition: NamedCondition | undefined;
  readonly scores: readonly RequestedBodyScore[];
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** Masks, outlines and boxes, drawn at the photographs' own size. */
  readonly withPictures: boolean;
  /** Faults that the door has found. */
  readonly problems: readonly FieldProblem[];
}

/** One request being answered. Photographs are read once the whole request is understood. */
export interface BodyInProgress {
  /** Keeps a photograph (base64 text as on the wire); returns its number, from 0. */
  addImage(base64: Uint8Array): number;
  /**
   * Reads the photographs, counts and keeps the scores, returns them.
   * @throws DeviceError `invalidRequest` with every fault of the request; what the reader throws, with `imageNumber`;
   * whatever the store throws: an answer that could not be kept is not given
   */
  finish(request: BodyRequest): Promise<GlobalAssessment>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

/** Whole-body scores of photographs of several sites. */
export interface AssessBody {
  start(accountId: string): BodyInProgress;
}

export function createAssessBody(dependencies: AssessPhotographDependencies): AssessBody {
  const { reader, photographs, clock, ids } = dependencies;
  const withPhotograph = photographs !== null;
  return {
    start(accountId) {
      const work = { id: ids.create(), startedMs: clock.monotonicMs(), accountId };
      const hand = holdPhotographs(reader, { requestId: work.id, withPhotograph });
      return {
        addImage: hand.add,
        async finish(request) {
          try {
            const understood = readBodyRequest(request, dependencies);
            const bodies = await readBodies(understood.scores, hand, request.withPictures);
            return await conclude({ ...work, request, understood, bodies }, dependencies);
          } finally {
            // After one failure the others are of no use.
            hand.stop();
          }
        },
        abandon: hand.stop,
      };
    },
  };
}

/** A score with everything that its photographs say. */
interface ReadBody {
  readonly body: AnsweredBody;
  readonly sites: readonly ReadSiteOfBody[];
}

/** What is to be looked for in a photograph, for all sites and scores that it was sent for. */
interface WantedPhotograph {
  readonly image: NumberedLabel;
  readonly lookFor: readonly LookedFor[];
}

/** Each photograph once, by its number, however often it was sent. */
function listPhotographs(
  bodies: readonly AnsweredBody[],
  firstOf: (imageNumber: number) => number,
): ReadonlyMap<number, WantedPhotograph> {
  const wanted = bodies.flatMap(({ sites, seen }) =>
    sites.map(({ image }) => ({ image, lookFor: seen.lookFor, first: firstOf(image.imageNumber) })),
  );
  const grouped = [...Map.groupBy(wanted, ({ first }) => first)];
  return new Map(
    grouped.flatMap(([first, group]) => {
      const lookFor = [...new Set(group.map((each) => each.lookFor))];
      return group.slice(0, 1).map(({ image }) => [first, { image, lookFor }] as const);
    }),
  );
}

/** All photographs at once: the reader keeps the queue. */
async function readBodies(
  bodies: readonly AnsweredBody[],
  hand: PhotographsInHand,
  withPictures: boolean,
): Promise<readonly ReadBody[]> {
  const wanted = [...listPhotographs(bodies, hand.firstOf)];
  const readOne = async ([first, { image, lookFor }]: (typeof wanted)[number]) =>
    [first, await hand.read(image, { lookFor, withPictures })] as const;
  const readings = new Map(await Promise.all(wanted.map(readOne)));
  return bodies.map((body) => {
    const sites = body.sites.flatMap((answered) => {
      const reading = readings.get(hand.firstOf(answered.image.imageNumber));
      return reading === undefined ? [] : [{ answered, reading }];
    });
    return { body, sites };
  });
}

interface ReadRequest {
  readonly id: string;
  readonly startedMs: number;
  readonly accountId: string;
  readonly request: BodyRequest;
  readonly understood: UnderstoodBody;
  readonly bodies: readonly ReadBody[];
}

async function conclude(
  read: ReadRequest,
  dependencies: AssessPhotographDependencies,
): Promise<GlobalAssessment> {
  const { id, startedMs, accountId, understood, bodies } = read;
  const { clock, photographs, assessments, softwareVersion, catalogue } = dependencies;
  const issuedAtMs = clock.nowMs();
  const assessed = await Promise.all(
    bodies.map((body) => countAndFollow(body, { ...read, issuedAtMs }, dependencies)),
  );
  const readings = [...new Set(bodies.flatMap(({ sites }) => sites.map(({ reading }) => reading)))];
  const models = readings.flatMap((reading) => reading.models);
  const result: GlobalAssessment = {
    id,
    issuedAtMs,
    durationS: measureDurationS(startedMs, clock),
    condition: understood.condition.slug,
    scores: assessed.map(({ score }) => score),
    models: [...new Map(models.map((model) => [model.sha256, model])).values()],
    catalogueVersion: catalogue.version,
  };
  // Before the record: a record whose photographs are missing would be worse than files without one.
  await photographs?.keep(
    id,
    readings.flatMap(({ photograph }) => photograph ?? []),
  );
  // The same for every score: it is the patient's.
  const subjectHash = assessed[0]?.subjectHash ?? null;
  await assessments.keep(toRecord(result, { accountId, subjectHash, softwareVersion }));
  return result;
}

interface Followed extends Pick<FoundChange, 'subjectHash'> {
  readonly score: WholeBodyAssessedScore;
}

async function countAndFollow(
  { body, sites }: ReadBody,
  { understood, request, accountId, issuedAtMs }: ReadRequest & { readonly issuedAtMs: number },
  { findChange }: Pick<AssessPhotographDependencies, 'findChange'>,
): Promise<Followed> {
  const counted = countBody(body, sites, understood.condition);
  const { change, subjectHash } = await findChange({
    accountId,
    subject: request.subject,
    previous: body.previous,
    system: body.system,
    form: toWholeBodyForm(body.system.code),
    bodySite: 'wholeBody',
    score: { value: counted.value, answers: null, atMs: issuedAtMs },
  });
  return { subjectHash, score: { ...counted, change } };
}

/** Pictures are for the answer only: the photographs they were drawn on may not have been kept. */
function toRecord(
  result: GlobalAssessment,
  owner: Pick<GlobalRecord, 'accountId' | 'subjectHash' | 'softwareVersion'>,
): GlobalRecord {
  const scores = result.scores.map((score) => ({
    ...score,
    sites: score.sites.map((site) => ({ ...site, score: { ...site.score, pictures: [] } })),
  }));
  const kept = { ...result, scores };
  return { id: result.id, ...owner, kind: 'severity-global', createdAtMs: result.issuedAtMs, result: kept };
}
