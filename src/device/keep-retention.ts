// SPDX-License-Identifier: Apache-2.0
import type { AuditActor } from '../record/audit-entry.ts';
import type { Company } from '../record/company.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { ErasureStore } from '../store/erasures/erasure-store.ts';
import type { EraseReports } from './erase-reports.ts';

/** What was too old, and went. */
export interface RetentionOutcome {
  readonly reports: number;
  /** Reports that lost their pictures. */
  readonly pictures: number;
  /** Entries of audit logs. */
  readonly entries: number;
}

/** Erases what the companies no longer want kept. To be called again and again; several servers may do it at once. */
export type KeepRetention = () => Promise<RetentionOutcome>;

export interface KeepRetentionDependencies {
  readonly companies: Pick<CompanyStore, 'list'>;
  readonly erasures: Pick<ErasureStore, 'listReports' | 'listWithPictures'>;
  readonly audit: Pick<AuditStore, 'drop'>;
  readonly eraseReports: Pick<EraseReports, 'eraseReport' | 'erasePictures' | 'finish'>;
  readonly clock: { nowMs(): number };
}

/** 24 hours, whatever clocks in summer do: our own convention. */
const dayMs = 86_400_000;
/** Looked for at once; the next come after them. */
const reportsAtOnce = 100;
const actor: AuditActor = { kind: 'background', id: null };

/** What is kept for N days goes when it is N times 24 hours old, to the millisecond, at the next call. */
export function createKeepRetention(dependencies: KeepRetentionDependencies): KeepRetention {
  const { companies, clock, eraseReports } = dependencies;
  return async () => {
    const nowMs = clock.nowMs();
    let outcome: RetentionOutcome = { reports: 0, pictures: 0, entries: 0 };
    for (const company of await companies.list()) {
      const went = await keepCompany(company, nowMs, dependencies);
      outcome = {
        reports: outcome.reports + went.reports,
        pictures: outcome.pictures + went.pictures,
        entries: outcome.entries + went.entries,
      };
    }
    await eraseReports.finish();
    return outcome;
  };
}

async function keepCompany(
  { id: companyId, retention }: Company,
  nowMs: number,
  { erasures, audit, eraseReports }: KeepRetentionDependencies,
): Promise<RetentionOutcome> {
  const { reportsDays, imagesDays, auditDays } = retention;
  // What is exactly so old goes too.
  const before = (days: number) => nowMs - days * dayMs + 1;
  const eraser = { companyId, actor };
  const eraseAll = async (list: List, erase: (id: string) => Promise<boolean>) => {
    let erased = 0;
    for (let ids = await list(); ids.length > 0; ids = await list())
      for (const id of ids) if (await erase(id)) erased += 1;
    return erased;
  };
  return {
    reports:
      reportsDays === null
        ? 0
        : await eraseAll(
            () => erasures.listReports(companyId, before(reportsDays), reportsAtOnce),
            (id) => eraseReports.eraseReport(eraser, id),
          ),
    pictures:
      imagesDays === null
        ? 0
        : await eraseAll(
            () => erasures.listWithPictures(companyId, before(imagesDays), reportsAtOnce),
            (id) => eraseReports.erasePictures(eraser, id),
          ),
    entries: auditDays === null ? 0 : await audit.drop(companyId, before(auditDays)),
  };
}

type List = () => Promise<readonly string[]>;
