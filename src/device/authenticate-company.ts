// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import { hashApiSecret } from '../gate/api-secret.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { Company } from '../record/company.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';

/** A company's backend, known by its token. */
export interface CompanyCaller {
  readonly company: Company;
  readonly actor: AuditActor;
}

/** Whose backend sends this token. @throws DeviceError `unauthenticated` for an unknown or revoked one */
export type AuthenticateCompany = (secret: string) => Promise<CompanyCaller>;

export function createAuthenticateCompany(companies: Pick<CompanyStore, 'findToken'>): AuthenticateCompany {
  return async (secret) => {
    const holder = await companies.findToken(hashApiSecret(secret));
    if (holder === undefined) throw new DeviceError('unauthenticated');
    return { company: holder.company, actor: { kind: 'token', id: holder.token.id } };
  };
}
