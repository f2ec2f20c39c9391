// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import type { CompanyStore } from '../../store/companies/company-store.ts';
import { type CompanyLogo, readLogoText } from '../company-logo.ts';

/** The sign of a company, for whoever sees its pages. @throws DeviceError `notFound` */
export type FindLogo = (companyId: string) => Promise<CompanyLogo>;

export function createFindLogo(companies: Pick<CompanyStore, 'find'>): FindLogo {
  return async (companyId) => {
    const text = (await companies.find(companyId))?.theme.logo;
    const logo = text ? readLogoText(text) : undefined;
    if (logo === undefined) throw new DeviceError('notFound');
    return logo;
  };
}
