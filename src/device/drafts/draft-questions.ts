// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { DeviceError, type FieldProblem } from '../../errors.ts';
import type { Draft } from '../../record/draft.ts';
import type { ReportRecord } from '../../record/report-record.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';
import type { ReportStore } from '../../store/reports/report-store.ts';
import type { ImageReader } from '../../vision/image-reader.ts';
import type { AddSeverities } from '../add-severities.ts';
import { toValueProblem } from '../field-reading.ts';
import { isCalled, type ReportScorer, readReportScorers } from '../report-scorers.ts';
import { countReportSeverities, type DrawnSeverity } from '../report-severity.ts';
import { findDraftReport } from './analyse-draft.ts';
import { type AskedScores, type AskedScoresDependencies, findAskedScores, isScored } from './asked-scores.ts';
import { findCallback } from './choose-push.ts';
import type { HeldDraft, HoldDraft } from './hold-draft.ts';

/** Answers by score and item, e.g. `{ascorad: {pruritus: 4, sleeplessness: 2}}`. */
export type KnownAnswers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What is asked, and of whom. */
export interface AskedOfDraft extends Pick<AskedScores, 'asking'> {
  readonly isForPatient: boolean;
}

/** What severity needs to know that no photograph shows, asked once there is a report. */
export interface DraftQuestions {
  /** Empty before there is a report, and when everything was answered. @throws DeviceError `draftGone` */
  list(handle: string): Promise<AskedOfDraft>;
  /**
   * Adds the scores that the answers make possible; resolves with what is still asked. Answers that came before do no harm.
   * @throws DeviceError `draftGone`; `invalidRequest` where an answer is wrong or not asked for; what the reader throws
   */
  answer(handle: string, answers: KnownAnswers): Promise<AskedOfDraft>;
}

export interface DraftQuestionsDependencies extends AskedScoresDependencies {
  readonly hold: HoldDraft;
  readonly reports: Pick<ReportStore, 'find'>;
  readonly drafts: Pick<DraftStore, 'readPhoto'>;
  readonly reader: Pick<ImageReader, 'readSeverity'>;
  readonly addSeverities: AddSeverities;
  readonly catalogue: Catalogue;
}

export function createDraftQuestions(dependencies: DraftQuestionsDependencies): DraftQuestions {
  const { hold, addSeverities } = dependencies;
  const list = async (handle: string): Promise<AskedOfDraft> => {
    const held = await hold.find(handle);
    const asked = await lookAt(held, dependencies);
    return { asking: asked?.asking ?? [], isForPatient: held.draft.wishes.isForPatient };
  };
  return {
    list,
    async answer(handle, answers) {
      const asked = await lookAt(await hold.find(handle), dependencies);
      if (asked === undefined) throw new DeviceError('notFound');
      const scorers = readAnswers(answers, asked, dependencies);
      if (scorers.length === 0) return await list(handle);
      const actor = { kind: 'appKey', id: asked.draft.appKeyHash } as const;
      const push = findCallback(asked.draft);
      await addSeverities(asked.record, await count(asked, scorers, dependencies), { actor, push });
      return await list(handle);
    },
  };
}

/** A report of a draft, and what it still wants to know. */
interface AskingReport extends HeldDraft, AskedScores {
  readonly record: ReportRecord;
}

async function lookAt(
  held: HeldDraft,
  dependencies: DraftQuestionsDependencies,
): Promise<AskingReport | undefined> {
  const record = await findDraftReport(held, dependencies);
  return record && { ...held, record, ...findAskedScores(held.draft, record, dependencies) };
}

/** @throws DeviceError `invalidRequest` with every fault of the answers */
function readAnswers(
  answers: KnownAnswers,
  { draft, record, site, asking }: AskingReport,
  { systems }: DraftQuestionsDependencies,
): readonly ReportScorer[] {
  const isAsked = (code: string) => asking.some(({ system }) => system.code === code);
  const codes = Object.keys(answers);
  // An answer that was lost on its way is sent again: what it brought is there.
  const strangers = codes.filter((code) => !isAsked(code) && !isScored(code, record));
  const knownAnswers = Object.fromEntries(codes.filter(isAsked).map((code) => [code, answers[code]]));
  const { scorers, problems } = readReportScorers({ forced: [], knownAnswers }, systems, site);
  const all: readonly FieldProblem[] = [
    ...strangers.map((code) => toValueProblem(['body', 'knownAnswers', code], 'is not asked for')),
    ...problems,
  ];
  if (all.length > 0) throw new DeviceError('invalidRequest', { problems: all });
  return scorers
    .filter(({ system }) => Object.hasOwn(knownAnswers, system.code))
    .map((scorer) => ({ ...scorer, forced: draft.wishes.forced.some((name) => isCalled(name, scorer)) }));
}

/** The scores, each on the photograph that shows its condition best, read again from the draft. */
function count(
  { draft, record, pathology, site }: AskingReport,
  scorers: readonly ReportScorer[],
  { reader, drafts, catalogue }: DraftQuestionsDependencies,
): Promise<readonly DrawnSeverity[]> {
  const { diagnosis } = record;
  const content = { ...diagnosis, images: diagnosis.images.map((image) => ({ ...image, heatMaps: [] })) };
  const images = diagnosis.images.map((_, imageNumber) => ({ imageNumber, title: null, contentType: null }));
  return countReportSeverities(
    { content, pathology, site, scorers, images },
    {
      catalogue,
      pictures: {
        async readSeverity({ imageNumber }, lookFor) {
          const bytes = await findPhotograph(draft, diagnosis.images[imageNumber]?.sha256, drafts);
          const job = {
            requestId: draft.id,
            bytes,
            encoding: 'binary',
            lookFor,
            withPictures: true,
          } as const;
          return await reader.readSeverity(job);
        },
      },
    },
  );
}

/** By its content: the person may have put the photographs in another order meanwhile. */
async function findPhotograph(
  { id, photos }: Draft,
  sha256: string | undefined,
  drafts: Pick<DraftStore, 'readPhoto'>,
): Promise<Uint8Array> {
  for (const photo of photos) {
    const bytes = await drafts.readPhoto(id, photo.id);
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  }
  throw new DeviceError('draftGone');
}
