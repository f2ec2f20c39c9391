// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { SealedIds } from '../gate/sealed-id.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { ReportStore } from '../store/reports/report-store.ts';

/** That a report is there: an administrator sees nothing of what it found. */
export interface ListedReport {
  readonly encryptedId: string;
  readonly createdAtMs: number;
  /** Body site code. */
  readonly bodySite: string;
  readonly softwareVersion: string;
}

export interface ListedReports {
  /** Newest first. */
  readonly reports: readonly ListedReport[];
  /** To ask for those after these; null where there are no more. */
  readonly next: string | null;
}

/** A page of a company's reports. @throws DeviceError `notFound` for an unknown company or place */
export type ListCompanyReports = (companyId: string, before: string | undefined) => Promise<ListedReports>;

export interface ListCompanyReportsDependencies {
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly reports: Pick<ReportStore, 'list'>;
  readonly sealedIds: SealedIds;
}

/** As many as fit on a screen and a half. Our own convention. */
const pageLength = 25;

export function createListCompanyReports(dependencies: ListCompanyReportsDependencies): ListCompanyReports {
  const { companies, reports, sealedIds } = dependencies;
  return async (companyId, before) => {
    if ((await companies.find(companyId)) === undefined) throw new DeviceError('notFound');
    const from = before === undefined ? undefined : sealedIds.open('report', companyId, before);
    if (before !== undefined && from === undefined) throw new DeviceError('notFound');
    const found = await reports.list(companyId, pageLength + 1, from);
    const shown = found.slice(0, pageLength).map(({ id, createdAtMs, bodySite, softwareVersion }) => {
      return { encryptedId: sealedIds.seal('report', companyId, id), createdAtMs, bodySite, softwareVersion };
    });
    return { reports: shown, next: found.length > pageLength ? (shown.at(-1)?.encryptedId ?? null) : null };
  };
}
