// SPDX-License-Identifier: Apache-2.0
import { DeviceError, type FieldProblem } from '../errors.ts';
import type { AuditActor } from '../record/audit-entry.ts';
import type { AppKey } from '../record/company.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import type { CompanyCaller } from './authenticate-company.ts';
import { toValueProblem } from './field-reading.ts';

/** A key that a company's backend made for its page. */
export interface NewAppKey {
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** @throws DeviceError `invalidRequest`, `appKeyTaken` */
export type RegisterAppKey = (caller: CompanyCaller, made: NewAppKey) => Promise<AppKey>;

export interface RegisterAppKeyDependencies {
  /** Companies whose changes are written down as this actor's. */
  watchCompanies(actor: AuditActor): Pick<CompanyStore, 'addAppKey' | 'findAppKey'>;
  readonly clock: { nowMs(): number };
}

/** @source the compatible API: at least 64 letters and digits; the upper end is our own convention */
const keyPattern = /^[A-Za-z0-9]{64,256}$/;

export function createRegisterAppKey({ watchCompanies, clock }: RegisterAppKeyDependencies): RegisterAppKey {
  return async ({ company, actor }, { key, expiresAtMs }) => {
    const companies = watchCompanies(actor);
    const createdAtMs = clock.nowMs();
    const problems = findProblems({ key, expiresAtMs }, createdAtMs);
    if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
    const wanted: AppKey = { key, companyId: company.id, createdAtMs, expiresAtMs };
    if ((await companies.addAppKey(wanted)) === 'added') return wanted;
    // Whoever sends the same request again, because the answer was lost, gets the same answer.
    const known = await companies.findAppKey(key, createdAtMs);
    if (known?.companyId === company.id && known.expiresAtMs === expiresAtMs) return known;
    throw new DeviceError('appKeyTaken');
  };
}

function findProblems({ key, expiresAtMs }: NewAppKey, nowMs: number): readonly FieldProblem[] {
  return [
    ...(keyPattern.test(key)
      ? []
      : [toValueProblem(['body', 'appKey'], 'expected 64 to 256 letters and digits')]),
    ...(expiresAtMs > nowMs ? [] : [toValueProblem(['body', 'expiresAt'], 'the time is over already')]),
  ];
}
