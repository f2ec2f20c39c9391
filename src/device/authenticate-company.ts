// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import { hashApiSecret } from '../gate/api-secret.ts';
import type { Company } from '../record/company.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';

/** The company whose backend sends this token. @throws DeviceError `unauthenticated` for an unknown or revoked one */
export type AuthenticateCompany = (secret: string) => Promise<Company>;

export function createAuthenticateCompany(companies: Pick<CompanyStore, 'findToken'>): AuthenticateCompany {
  return async (secret) => {
    const holder = await companies.findToken(hashApiSecret(secret));
    if (holder === undefined) throw new DeviceError('unauthenticated');
    return holder.company;
  };
}
