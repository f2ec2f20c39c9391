// SPDX-License-Identifier: Apache-2.0
import type { AuditActor } from '../record/audit-entry.ts';
import type { ReportPush } from '../record/outbox-event.ts';
import type { ReportRecord } from '../record/report-record.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { ReportStore } from '../store/reports/report-store.ts';
import type { RecordAccess } from './record-access.ts';
import { createReportAlbum } from './report-media.ts';
import type { DrawnSeverity } from './report-severity.ts';

/** Adds scores to a report that was made before, with their pictures; false where it has them already, or is gone. */
export type AddSeverities = (
  report: Pick<ReportRecord, 'id' | 'companyId'>,
  drawn: readonly DrawnSeverity[],
  by: { readonly actor: AuditActor; readonly push: ReportPush | undefined },
) => Promise<boolean>;

export interface AddSeveritiesDependencies {
  readonly reports: Pick<ReportStore, 'addSeverities'>;
  readonly media: Pick<MediaStore, 'keep' | 'takeBack'>;
  readonly recordAccess: RecordAccess;
  readonly clock: { nowMs(): number };
  /** UUIDv7. */
  readonly ids: { create(): string };
}

export function createAddSeverities(dependencies: AddSeveritiesDependencies): AddSeverities {
  const { reports, media, recordAccess, clock, ids } = dependencies;
  return async ({ companyId, id: reportId }, drawn, { actor, push }) => {
    if (drawn.length === 0) return false;
    const album = createReportAlbum(ids);
    const severities = drawn.map(({ severity, drawing }) => {
      return { ...severity, media: drawing && album.add('explainability', drawing) };
    });
    const models = drawn.flatMap((each) => each.models);
    const atMs = clock.nowMs();
    const object = { kind: 'report', id: reportId } as const;
    const audit = recordAccess({ companyId, actor, action: 'update', object, outcome: 'done' });
    const event = {
      id: ids.create(),
      companyId,
      type: 'report.severity_added',
      reportId,
      atMs,
      push,
    } as const;
    await media.keep(companyId, reportId, album.media());
    const beside = { audit, events: [event] };
    const isAdded = await reports.addSeverities({ companyId, reportId }, { severities, models }, beside);
    // The report or its pictures may have been erased meanwhile: none may stay then.
    if (!isAdded) await media.takeBack(companyId, reportId, album.media());
    return isAdded;
  };
}
