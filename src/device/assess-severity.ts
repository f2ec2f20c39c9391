// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from '../catalogue/catalogue.ts';
import type { ManualRecord } from '../record/assessment-record.ts';
import type {
  AssessedScore,
  ScoreChange,
  ScorePoint,
  SeverityAssessment,
} from '../record/severity-assessment.ts';
import { score } from '../scoring/score.ts';
import type { ScoringSystem, Site } from '../scoring/scoring-system.ts';
import type { AssessmentStore } from '../store/assessments/assessment-store.ts';
import type { Comparable } from './comparable-scores.ts';
import { isMadeFor } from './is-made-for.ts';
import { measureDurationS } from './measure-duration.ts';
import type { AnsweredForm } from './read-score.ts';
import { type RequestReaders, readSeverityRequest, type SeverityRequest } from './read-severity-request.ts';

/** A score whose past is looked for. */
export interface ChangeRequest {
  readonly accountId: string;
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** Earlier scores that the request brought along. */
  readonly previous: readonly ScorePoint[];
  readonly system: ScoringSystem;
  /** The form that was answered: only its own earlier scores can be compared with. */
  readonly form: Comparable['form'];
  readonly bodySite: string;
  /** The present score. */
  readonly score: ScorePoint;
}

export interface FoundChange {
  readonly subjectHash: string | null;
  /** Null where no earlier score is known. */
  readonly change: ScoreChange | null;
}

export type FindChange = (request: ChangeRequest) => Promise<FoundChange>;

/**
 * Scores of answers that a person gave, kept before they are handed out.
 * @throws DeviceError `invalidRequest` with every fault of the request; whatever the store throws
 */
export type AssessSeverity = (request: SeverityRequest) => Promise<SeverityAssessment>;

export interface AssessSeverityDependencies extends RequestReaders {
  readonly assessments: Pick<AssessmentStore, 'keep'>;
  readonly findChange: FindChange;
  readonly catalogue: Pick<Catalogue, 'version'>;
  readonly clock: {
    /** Milliseconds since the epoch. */
    nowMs(): number;
    /** Milliseconds from some moment on; never steps back. */
    monotonicMs(): number;
  };
  /** UUIDv7. */
  readonly ids: { create(): string };
  readonly softwareVersion: string;
}

export function createAssessSeverity(dependencies: AssessSeverityDependencies): AssessSeverity {
  const { assessments, findChange, catalogue, clock, ids, softwareVersion } = dependencies;
  return async (request) => {
    const startedMs = clock.monotonicMs();
    const { accountId, subject } = request;
    const { site, condition, scores } = readSeverityRequest(request, dependencies);
    const [id, issuedAtMs] = [ids.create(), clock.nowMs()];
    const assessed = await Promise.all(
      scores.map(async (answered) => {
        const counted = countScore(answered, { site, condition });
        const { system, form, previous, answers } = answered;
        const point: ScorePoint = { value: counted.value, answers, atMs: issuedAtMs };
        const found = await findChange({
          accountId,
          subject,
          previous,
          system,
          form,
          bodySite: site.code,
          score: point,
        });
        return { ...found, score: { ...counted, change: found.change } };
      }),
    );
    const result: SeverityAssessment = {
      id,
      issuedAtMs,
      durationS: measureDurationS(startedMs, clock),
      bodySite: site.code,
      condition: condition.slug,
      scores: assessed.map((each) => each.score),
      catalogueVersion: catalogue.version,
    };
    // The same for every score: it is the patient's.
    const subjectHash = assessed[0]?.subjectHash ?? null;
    await assessments.keep(toRecord(result, { accountId, subjectHash, softwareVersion }));
    return result;
  };
}

interface Circumstances {
  readonly site: Site;
  readonly condition: Condition;
}

function countScore(
  { system, form, answers }: AnsweredForm,
  { site, condition }: Circumstances,
): Omit<AssessedScore, 'change'> {
  const counted = score(system, form, { values: answers, site });
  const isForeign = !isMadeFor(system, condition);
  return {
    code: system.code,
    form: form.identifier,
    answers,
    value: counted.value,
    components: counted.components ?? {},
    globalScoreContribution: counted.globalScoreContribution ?? null,
    category: counted.band?.category ?? null,
    localCategory: counted.localBand?.category ?? null,
    warnings: [...(counted.warnings ?? []), ...(isForeign ? ['notForCondition'] : [])],
  };
}

function toRecord(
  result: SeverityAssessment,
  owner: Pick<ManualRecord, 'accountId' | 'subjectHash' | 'softwareVersion'>,
): ManualRecord {
  return { id: result.id, ...owner, kind: 'severity-manual', createdAtMs: result.issuedAtMs, result };
}
