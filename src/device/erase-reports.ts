// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { SealedIds } from '../gate/sealed-id.ts';
import type { HashSubject } from '../gate/subject-key.ts';
import type { AuditActor, AuditEntry } from '../record/audit-entry.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';
import type { ErasureStore, UnfinishedErasure } from '../store/erasures/erasure-store.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { CompanyCaller } from './authenticate-company.ts';
import type { RecordAccess } from './record-access.ts';

/** Erasing for good: rows, pictures, what speaks of them. Entries of the audit log stay; they hold ids only. */
export interface EraseReports {
  /** A report as its company names it. @throws DeviceError `notFound` as for reading */
  eraseOne(caller: CompanyCaller, encryptedId: string): Promise<void>;
  /** All reports of a patient, as the company names them; resolves with how many there were. */
  eraseSubject(caller: EraserOf, subject: string): Promise<number>;
  /** One report by its own id; false when the company has none such. */
  eraseReport(caller: EraserOf, reportId: string): Promise<boolean>;
  /** The pictures of a report and nothing else; false where they went before. */
  erasePictures(caller: EraserOf, reportId: string): Promise<boolean>;
  /** Removes files that are still to go, also those that somebody else has left; resolves with how many reports' are left. */
  finish(): Promise<number>;
}

/** On whose behalf, and who does it. */
export interface EraserOf {
  readonly companyId: string;
  readonly actor: AuditActor;
}

export interface EraseReportsDependencies {
  readonly erasures: ErasureStore;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly media: Pick<MediaStore, 'remove'>;
  readonly sealedIds: Pick<SealedIds, 'open'>;
  readonly hashSubject: HashSubject;
  readonly recordAccess: RecordAccess;
}

export function createEraseReports(dependencies: EraseReportsDependencies): EraseReports {
  const { erasures, audit, sealedIds, hashSubject, recordAccess } = dependencies;
  const toEntry = (eraser: EraserOf, kind: AuditEntry['object']['kind'], id: string | null) =>
    recordAccess({ ...eraser, action: 'delete', object: { kind, id }, outcome: 'done' });
  const eraseReport = ({ companyId, actor }: EraserOf, id: string) =>
    erasures.eraseReport(companyId, id, toEntry({ companyId, actor }, 'report', id));
  const finish = () => finishErasures(dependencies);
  return {
    async eraseOne({ company, actor }, encryptedId) {
      const eraser = { companyId: company.id, actor };
      const id = sealedIds.open('report', company.id, encryptedId);
      if (id === undefined || !(await eraseReport(eraser, id))) {
        await audit.add([{ ...toEntry(eraser, 'report', null), outcome: 'refused' }]);
        throw new DeviceError('notFound');
      }
      await finish();
    },
    async eraseSubject(eraser, subject) {
      const hash = hashSubject(eraser.companyId, subject);
      const ids = await erasures.listOfSubject(eraser.companyId, hash);
      let erased = 0;
      for (const id of ids) if (await eraseReport(eraser, id)) erased += 1;
      await audit.add([toEntry(eraser, 'subject', hash)]);
      await finish();
      return erased;
    },
    eraseReport,
    erasePictures: ({ companyId, actor }, id) =>
      erasures.erasePictures(companyId, id, toEntry({ companyId, actor }, 'media', id)),
    finish,
  };
}

/** Reports whose files are removed before it is noted that they were. Our own convention. */
const erasuresAtOnce = 100;

/** What cannot be removed now stays noted: whoever works regularly tries again. */
async function finishErasures({
  erasures,
  media,
}: Pick<EraseReportsDependencies, 'erasures' | 'media'>): Promise<number> {
  for (;;) {
    const unfinished = await erasures.listUnfinished(erasuresAtOnce);
    const removed = await removeAll(unfinished, media);
    const isScrubbed = removed.length > 0 && (await erasures.scrub());
    if (isScrubbed) await erasures.finish(removed);
    const isStuck = !isScrubbed || removed.length < unfinished.length;
    if (isStuck || unfinished.length < erasuresAtOnce)
      return unfinished.length - (isScrubbed ? removed.length : 0);
  }
}

async function removeAll(
  unfinished: readonly UnfinishedErasure[],
  media: Pick<MediaStore, 'remove'>,
): Promise<readonly string[]> {
  const removed = await Promise.allSettled(
    unfinished.map(({ companyId, reportId }) => media.remove(companyId, reportId)),
  );
  return unfinished
    .filter((_, index) => removed[index]?.status === 'fulfilled')
    .map(({ reportId }) => reportId);
}
