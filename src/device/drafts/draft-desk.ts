// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import type { SealedIds } from '../../gate/sealed-id.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';
import type { ReportStore } from '../../store/reports/report-store.ts';
import type { AuditQueue } from '../audit-queue.ts';
import type { PresentableReport, ReadReport } from '../read-report.ts';
import type { RecordAccess } from '../record-access.ts';
import { type AnalyseDraft, findDraftReport } from './analyse-draft.ts';
import type { AnswerDraft, GivenAnswers } from './answer-draft.ts';
import type { AskedWishes, IgnoredWish } from './asked-wishes.ts';
import type { DraftPhotos, NewDraftPhoto, PhotoPiece } from './draft-photos.ts';
import { type DraftView, type PhotoInDraft, viewDraft } from './draft-view.ts';
import type { HeldDraft, HoldDraft } from './hold-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import type { PhotoRules } from './photo-rules.ts';

/** A draft, and the report it became. */
export interface SeenDraft {
  readonly view: DraftView;
  /** Encrypted id; null until there is a report. */
  readonly reportId: string | null;
}

/**
 * Where a person makes a report on a page, step by step. A handle opens one draft and nothing else.
 * Everything but `open` throws DeviceError `draftGone` for a handle that has expired or never was.
 */
export interface DraftDesk {
  /** @throws DeviceError `unknownAppKey`, `tooManyDrafts` */
  open(
    appKey: string,
    asked: AskedWishes,
    address: string,
  ): Promise<{ readonly handle: string; readonly view: DraftView; readonly ignored: readonly IgnoredWish[] }>;
  read(handle: string): Promise<SeenDraft>;
  answer(handle: string, given: GivenAnswers): Promise<SeenDraft>;
  announce(handle: string, photo: NewDraftPhoto): Promise<SeenDraft>;
  addPiece(handle: string, piece: PhotoPiece): Promise<PhotoInDraft>;
  removePhoto(handle: string, photoId: string): Promise<SeenDraft>;
  analyse(handle: string): Promise<SeenDraft>;
  /** @throws DeviceError `notFound` before there is one, and where the page may not show it */
  report(handle: string): Promise<PresentableReport>;
  discard(handle: string): Promise<void>;
}

export interface DraftDeskDependencies {
  readonly openDraft: OpenDraft;
  readonly hold: HoldDraft;
  readonly answerDraft: AnswerDraft;
  readonly photos: DraftPhotos;
  readonly analysis: AnalyseDraft;
  readonly drafts: DraftStore;
  readonly reports: Pick<ReportStore, 'find'>;
  readonly readReport: Pick<ReadReport, 'present'>;
  readonly sealedIds: SealedIds;
  /** Reads are noted. */
  readonly queue: Pick<AuditQueue, 'note'>;
  readonly recordAccess: RecordAccess;
  readonly photoRules: PhotoRules;
}

export function createDraftDesk(dependencies: DraftDeskDependencies): DraftDesk {
  const { hold, photos, analysis, drafts, sealedIds } = dependencies;
  const see = async (held: HeldDraft): Promise<SeenDraft> => {
    const view = await viewDraft(held, { ...dependencies, analysisOf: analysis.stateOf });
    const isDone = view.analysis.kind === 'done';
    return { view, reportId: isDone ? sealedIds.seal('report', view.companyId, view.id) : null };
  };
  return {
    async open(appKey, asked, address) {
      const { handle, ignored, ...held } = await dependencies.openDraft(appKey, asked, address);
      return { handle, ignored, view: (await see(held)).view };
    },
    read: async (handle) => see(await hold.find(handle)),
    answer: async (handle, given) => see(await dependencies.answerDraft(handle, given)),
    announce: async (handle, photo) => see(await photos.announce(handle, photo)),
    addPiece: (handle, piece) => photos.addPiece(handle, piece),
    removePhoto: async (handle, photoId) => see(await photos.remove(handle, photoId)),
    analyse: async (handle) => see(await analysis.start(handle)),
    report: (handle) => readDraftReport(handle, dependencies),
    async discard(handle) {
      const { draft } = await hold.find(handle);
      await drafts.remove(draft.id);
    },
  };
}

async function readDraftReport(
  handle: string,
  { hold, reports, readReport, queue, recordAccess }: DraftDeskDependencies,
): Promise<PresentableReport> {
  const held = await hold.find(handle);
  const { showsResult, locale } = held.draft.wishes;
  const record = showsResult ? await findDraftReport(held, { reports }) : undefined;
  const reader = {
    companyId: held.company.id,
    actor: { kind: 'appKey', id: held.draft.appKeyHash },
  } as const;
  const note = (id: string | null, outcome: 'done' | 'refused') =>
    queue.note(recordAccess({ ...reader, action: 'read', object: { kind: 'report', id }, outcome }));
  note(record?.id ?? null, record === undefined ? 'refused' : 'done');
  if (record === undefined) throw new DeviceError('notFound');
  return await readReport.present(held.company, record, locale);
}
