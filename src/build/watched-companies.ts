// SPDX-License-Identifier: Apache-2.0
import { createRecordAccess, type RecordAccessDependencies } from '../device/record-access.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { Store } from '../store/store.ts';

export interface WatchedCompaniesParts extends RecordAccessDependencies {
  readonly store: Pick<Store, 'watchCompanies'>;
}

/** The companies, whose every change is written down as this actor's. */
export function watchedCompanies(parts: WatchedCompaniesParts, actor: AuditActor): CompanyStore {
  const recordAccess = createRecordAccess(parts);
  return parts.store.watchCompanies((write) => recordAccess({ ...write, actor, outcome: 'done' }));
}
