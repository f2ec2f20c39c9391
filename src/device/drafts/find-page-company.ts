// SPDX-License-Identifier: Apache-2.0
import type { SignedLinks } from '../../gate/signed-link.ts';
import type { Company } from '../../record/company.ts';
import type { CompanyStore } from '../../store/companies/company-store.ts';
import { toPageLink } from '../page-link.ts';

/** Whose page an address opens: by an app key, or by the signed address of a report. Undefined where it opens nothing. */
export type FindPageCompany = (query: Readonly<Record<string, unknown>>) => Promise<Company | undefined>;

export interface FindPageCompanyDependencies {
  readonly companies: Pick<CompanyStore, 'find' | 'findAppKey'>;
  readonly signedLinks: Pick<SignedLinks, 'check'>;
  readonly clock: { nowMs(): number };
}

export function createFindPageCompany(dependencies: FindPageCompanyDependencies): FindPageCompany {
  const { companies, clock } = dependencies;
  return async (query) => {
    const { company: appKey } = query;
    if (appKey === undefined) return await findOfReport(query, dependencies);
    if (typeof appKey !== 'string') return undefined;
    const known = await companies.findAppKey(appKey, clock.nowMs());
    return known && (await companies.find(known.companyId));
  };
}

/** Also where its time is over: the page says so to whoever may frame it. */
async function findOfReport(
  query: Readonly<Record<string, unknown>>,
  { companies, signedLinks }: FindPageCompanyDependencies,
): Promise<Company | undefined> {
  const called = toPageLink(query);
  if (called === undefined || signedLinks.check(called.path, called.query) === 'invalid') return undefined;
  return await companies.find(String(query['companyId']));
}
