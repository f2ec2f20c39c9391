// SPDX-License-Identifier: Apache-2.0
import type { Company } from '../../record/company.ts';
import type { CompanyStore } from '../../store/companies/company-store.ts';

/** Whose page an address opens; undefined where its key opens nothing. */
export type FindPageCompany = (query: Readonly<Record<string, unknown>>) => Promise<Company | undefined>;

export interface FindPageCompanyDependencies {
  readonly companies: Pick<CompanyStore, 'find' | 'findAppKey'>;
  readonly clock: { nowMs(): number };
}

export function createFindPageCompany({ companies, clock }: FindPageCompanyDependencies): FindPageCompany {
  return async ({ company: appKey }) => {
    if (typeof appKey !== 'string') return undefined;
    const known = await companies.findAppKey(appKey, clock.nowMs());
    return known && (await companies.find(known.companyId));
  };
}
