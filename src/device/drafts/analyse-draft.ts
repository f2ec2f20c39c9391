// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from '../../catalogue/catalogue.ts';
import { DeviceError, type ErrorCode } from '../../errors.ts';
import type { Company } from '../../record/company.ts';
import type { Draft, DraftPhoto } from '../../record/draft.ts';
import type { AnamnesisAnswer, ReportRecord } from '../../record/report-record.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';
import type { ReportStore } from '../../store/reports/report-store.ts';
import type { CreateReport } from '../create-report.ts';
import type { NumberedLabel } from '../diagnose.ts';
import { toValueProblem } from '../field-reading.ts';
import type { ReadBodySite } from '../read-body-site.ts';
import type { ReportRequest } from '../report-request.ts';
import { listAnswerless } from '../report-scorers.ts';
import type { AskedScoresDependencies } from './asked-scores.ts';
import { choosePush } from './choose-push.ts';
import type { AnalysisState } from './draft-view.ts';
import type { HeldDraft, HoldDraft } from './hold-draft.ts';

export interface AnalyseDraft {
  /**
   * Begins the analysis, or joins the one that runs; the page asks how far it is. A draft makes one report, however
   * often, and on however many servers, it is asked for.
   * @throws DeviceError `draftGone`; `invalidRequest` where something is missing
   */
  start(handle: string): Promise<HeldDraft>;
  stateOf(draft: Draft): AnalysisState;
  /** Waits for what is under way. */
  settle(): Promise<void>;
}

export interface AnalyseDraftDependencies extends AskedScoresDependencies {
  readonly hold: HoldDraft;
  readonly drafts: Pick<DraftStore, 'readPhoto'>;
  readonly reports: Pick<ReportStore, 'find'>;
  readonly createReport: CreateReport;
  readonly readBodySite: ReadBodySite;
  readonly clock: { nowMs(): number };
  readonly log: { error(details: object, message: string): void };
}

interface Run {
  state: AnalysisState;
  readonly ended: Promise<void>;
  /** Nobody asks for it any longer then. */
  readonly expiresAtMs: number;
}

export function createAnalyseDraft(dependencies: AnalyseDraftDependencies): AnalyseDraft {
  const { hold, clock } = dependencies;
  const runs = new Map<string, Run>();

  function begin(handle: string, { draft, company }: HeldDraft): void {
    const photos = usableOf(draft).length;
    forgetExpired(runs, clock.nowMs());
    const run: Run = {
      expiresAtMs: draft.expiresAtMs,
      state: { kind: 'running', readPhotos: 0, photos },
      ended: Promise.resolve().then(async () => {
        const count = () => {
          const readPhotos = run.state.kind === 'running' ? run.state.readPhotos + 1 : 0;
          run.state = { kind: 'running', readPhotos, photos };
        };
        try {
          await makeReport({ draft, company, count }, dependencies);
          await hold.change(handle, (current) => ({ ...current, isDone: true }));
          // Kept, not deleted: whoever read the draft a moment before it was done shall not think that nothing happened.
          run.state = { kind: 'done' };
        } catch (error) {
          run.state = { kind: 'failed', code: noteFailure(error, draft, dependencies) };
        }
      }),
    };
    runs.set(draft.id, run);
  }

  return {
    async start(handle) {
      const held = await hold.find(handle);
      const { draft } = held;
      if (draft.isDone || runs.get(draft.id)?.state.kind === 'running') return held;
      assertComplete(draft);
      begin(handle, held);
      return held;
    },
    stateOf: ({ id, isDone }) => (isDone ? { kind: 'done' } : (runs.get(id)?.state ?? { kind: 'none' })),
    async settle() {
      await Promise.all([...runs.values()].map(({ ended }) => ended));
    },
  };
}

/** Faults of ours, and of what the server stands on: no request is open that would tell the operator. */
const forOperator: ReadonlySet<ErrorCode> = new Set(['internal', 'notReady', 'storageFull', 'workerLost']);

function noteFailure(
  error: unknown,
  { id: reportId }: Draft,
  { log }: Pick<AnalyseDraftDependencies, 'log'>,
): ErrorCode {
  const code = error instanceof DeviceError ? error.code : 'internal';
  const err = error instanceof DeviceError ? (error.cause ?? error) : error;
  if (forOperator.has(code)) log.error({ err, reportId }, 'no report could be made of a draft');
  return code;
}

function forgetExpired(runs: Map<string, Run>, nowMs: number): void {
  for (const [id, { expiresAtMs }] of runs) if (expiresAtMs <= nowMs) runs.delete(id);
}

interface Making extends HeldDraft {
  readonly count: () => void;
}

async function makeReport(
  { draft, company, count }: Making,
  dependencies: AnalyseDraftDependencies,
): Promise<void> {
  const { drafts, reports, createReport } = dependencies;
  // Made before, by a server that died before it could say so, or by another replica.
  if ((await reports.find(company.id, draft.id)) !== undefined) return;
  const work = createReport.start(
    { company, actor: { kind: 'appKey', id: draft.appKeyHash } },
    {
      id: draft.id,
      onRead: count,
      choosePush: (record) => choosePush(draft, record, dependencies),
    },
  );
  try {
    const images: NumberedLabel[] = [];
    let contextImage: NumberedLabel | null = null;
    for (const photo of usableOf(draft)) {
      const bytes = await drafts.readPhoto(draft.id, photo.id);
      const imageNumber = work.addImage({ bytes, encoding: 'binary', role: photo.role });
      const label: NumberedLabel = { imageNumber, title: null, contentType: null };
      if (photo.role === 'context') contextImage = label;
      else images.push(label);
    }
    const forced = chooseForced(draft, dependencies);
    const knownCondition = findKnownCondition(draft, dependencies.catalogue);
    await work.finish(toRequest(draft, { company, images, contextImage, forced, knownCondition }));
  } catch (error) {
    work.abandon();
    if ((await reports.find(company.id, draft.id)) === undefined) throw error;
  }
}

interface RequestParts extends Pick<ReportRequest, 'images' | 'contextImage' | 'forced'> {
  readonly company: Company;
  readonly knownCondition: Condition | null;
}

function toRequest(
  { wishes, answers }: Draft,
  { company, images, contextImage, forced, knownCondition }: RequestParts,
): ReportRequest {
  return {
    bodySite: answers.bodySite ?? undefined,
    images,
    contextImage,
    visitIdentifier: wishes.visitIdentifier,
    extraData: wishes.extraData,
    anamnesis: toAnamnesis({ wishes, answers }, company),
    subject: null,
    knownCondition,
    severityOnly: !wishes.wantsDiagnosis,
    forced,
    knownAnswers: {},
    problems: [],
  };
}

/** What wants answers is asked for afterwards; what this place on the body cannot have is no reason to refuse a report. */
function chooseForced(
  { wishes, answers }: Draft,
  { readBodySite, systems }: Pick<AnalyseDraftDependencies, 'readBodySite' | 'systems'>,
): readonly string[] {
  const site = answers.bodySite === null ? undefined : readBodySite(answers.bodySite).value;
  return listAnswerless(wishes.forced, systems, site);
}

/** What the address says of the patient. */
function findKnownCondition({ wishes }: Draft, catalogue: Pick<Catalogue, 'find'>): Condition | null {
  const { knownCondition = null } = wishes;
  return knownCondition === null ? null : (catalogue.find(knownCondition) ?? null);
}

/** Each answer under the question as it was put. */
function toAnamnesis(
  { wishes, answers }: Pick<Draft, 'wishes' | 'answers'>,
  { anamnesis, locale }: Company,
): readonly AnamnesisAnswer[] {
  return answers.anamnesis.flatMap(({ id, answer }) => {
    const asked = anamnesis.find((question) => question.id === id);
    if (asked === undefined || answer.trim() === '') return [];
    const question = asked.text[wishes.locale] ?? asked.text[locale] ?? Object.values(asked.text)[0] ?? id;
    return [{ question, answer }];
  });
}

/** What cannot be read is left out; the person was told. */
function usableOf({ photos }: Draft): readonly DraftPhoto[] {
  return photos.filter(({ verdict }) => verdict?.kind === 'read');
}

function assertComplete(draft: Draft): void {
  const hasPhotograph = usableOf(draft).some(({ role }) => role === 'photograph');
  const problems = [
    ...(draft.answers.bodySite === null ? [toValueProblem(['body', 'bodySite'], 'nobody said where')] : []),
    ...(hasPhotograph ? [] : [toValueProblem(['body', 'photos'], 'there is no photograph to read')]),
  ];
  if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
}

/** The report that a draft became; undefined before. */
export async function findDraftReport(
  { draft, company }: HeldDraft,
  { reports }: Pick<AnalyseDraftDependencies, 'reports'>,
): Promise<ReportRecord | undefined> {
  return draft.isDone ? await reports.find(company.id, draft.id) : undefined;
}
