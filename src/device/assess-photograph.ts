// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import type { LocalRecord } from '../record/assessment-record.ts';
import type { LocalAssessment, PhotographScore } from '../record/photograph-assessment.ts';
import type { SeverityReading } from '../record/severity-reading.ts';
import type { PhotographStore } from '../store/photographs/photograph-store.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import type { AssessSeverityDependencies, FoundChange } from './assess-severity.ts';
import { countPhotograph, valuesOf } from './count-photograph.ts';
import type { NumberedLabel } from './diagnose.ts';
import { isMadeFor } from './is-made-for.ts';
import { measureDurationS } from './measure-duration.ts';
import { holdPhotographs, toAssessedPhotograph } from './photographs-in-hand.ts';
import type { NamedCondition } from './read-known-condition.ts';
import { readPhotographRequest, type UnderstoodPhotograph } from './read-photograph-request.ts';
import type { AnsweredPhotograph } from './read-photograph-score.ts';
import type { RequestedScore } from './read-score.ts';

/** What a request says; undefined where the door has found a fault in it. */
export interface PhotographRequest {
  readonly accountId: string;
  readonly bodySite: string | undefined;
  readonly condition: NamedCondition | undefined;
  /** Answers as sent: `{}` where the request carries none. */
  readonly scores: readonly RequestedScore[];
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** The photograph, by the number that `addImage` gave it. */
  readonly image: NumberedLabel | undefined;
  /** Masks, outlines and boxes, drawn at the photograph's own size. */
  readonly withPictures: boolean;
  /** Faults that the door has found. */
  readonly problems: readonly FieldProblem[];
}

/** One request being answered. A photograph is read once the whole request is understood. */
export interface PhotographInProgress {
  /** Keeps a photograph (base64 text as on the wire); returns its number, from 0. */
  addImage(base64: Uint8Array): number;
  /**
   * Reads the photograph, counts and keeps the scores, returns them.
   * @throws DeviceError `invalidRequest` with every fault of the request; what the reader throws, with `imageNumber`;
   * whatever the store throws: an answer that could not be kept is not given
   */
  finish(request: PhotographRequest): Promise<LocalAssessment>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

/** Scores of one photograph of one body site. */
export interface AssessPhotograph {
  start(accountId: string): PhotographInProgress;
}

export interface AssessPhotographDependencies extends AssessSeverityDependencies {
  readonly reader: Pick<ImageReader, 'readSeverity'>;
  /** Null: photographs are not kept. */
  readonly photographs: Pick<PhotographStore, 'keep'> | null;
}

export function createAssessPhotograph(dependencies: AssessPhotographDependencies): AssessPhotograph {
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
            const understood = readPhotographRequest(request, dependencies);
            const lookFor = [...new Set(understood.scores.map(({ seen }) => seen.lookFor))];
            const { withPictures } = request;
            const reading = await hand.read(understood.image, { lookFor, withPictures });
            return await conclude({ ...work, request, understood, reading }, dependencies);
          } finally {
            hand.stop();
          }
        },
        abandon: hand.stop,
      };
    },
  };
}

interface ReadRequest {
  readonly id: string;
  readonly startedMs: number;
  readonly accountId: string;
  readonly request: PhotographRequest;
  readonly understood: UnderstoodPhotograph;
  readonly reading: SeverityReading;
}

async function conclude(
  read: ReadRequest,
  dependencies: AssessPhotographDependencies,
): Promise<LocalAssessment> {
  const { id, startedMs, accountId, understood, reading } = read;
  const { clock, photographs, assessments, softwareVersion, catalogue } = dependencies;
  const { site, condition, image } = understood;
  const issuedAtMs = clock.nowMs();
  const assessed = await Promise.all(
    understood.scores.map((answered) => countAndFollow(answered, { ...read, issuedAtMs }, dependencies)),
  );
  const result: LocalAssessment = {
    id,
    issuedAtMs,
    durationS: measureDurationS(startedMs, clock),
    bodySite: site.code,
    condition: condition.slug,
    photograph: toAssessedPhotograph(site.code, image, reading),
    scores: assessed.map(({ score }) => score),
    models: reading.models,
    catalogueVersion: catalogue.version,
  };
  // Before the record: a record whose photograph is missing would be worse than a file without one.
  if (reading.photograph !== undefined) await photographs?.keep(id, [reading.photograph]);
  // The same for every score: it is the patient's.
  const subjectHash = assessed[0]?.subjectHash ?? null;
  await assessments.keep(toRecord(result, { accountId, subjectHash, softwareVersion }));
  return result;
}

interface Followed extends Pick<FoundChange, 'subjectHash'> {
  readonly score: PhotographScore;
}

async function countAndFollow(
  answered: AnsweredPhotograph,
  { understood, reading, request, accountId, issuedAtMs }: ReadRequest & { readonly issuedAtMs: number },
  { findChange }: Pick<AssessPhotographDependencies, 'findChange'>,
): Promise<Followed> {
  const { site, condition } = understood;
  const { system, form, answers, previous } = answered;
  const counted = countPhotograph(answered, { site, reading, answers, person: {} });
  const isForeign = !isMadeFor(system, condition);
  const warnings = [...counted.warnings, ...(isForeign ? ['notForCondition'] : [])];
  const { change, subjectHash } = await findChange({
    accountId,
    subject: request.subject,
    previous,
    system,
    form,
    bodySite: site.code,
    score: { value: counted.value, answers: valuesOf(counted.items), atMs: issuedAtMs },
  });
  return { subjectHash, score: { ...counted, warnings, change } };
}

/** Pictures are for the answer only: the photograph they were drawn on may not have been kept. */
function toRecord(
  result: LocalAssessment,
  owner: Pick<LocalRecord, 'accountId' | 'subjectHash' | 'softwareVersion'>,
): LocalRecord {
  const scores = result.scores.map((score) => ({ ...score, pictures: [] }));
  const kept = { ...result, scores };
  return { id: result.id, ...owner, kind: 'severity-local', createdAtMs: result.issuedAtMs, result: kept };
}
