// SPDX-License-Identifier: Apache-2.0
import type { ApiToken, AppKey, Company } from '../../record/company.ts';

/** Whose token it is. */
export interface TokenHolder {
  readonly token: ApiToken;
  readonly company: Company;
}

/** Tenants, the keys of their backends, and the keys of their pages. */
export interface CompanyStore {
  /** @throws TypeError when the name cannot be kept; an error of the database when the id is taken */
  add(company: Company): Promise<void>;
  find(id: string): Promise<Company | undefined>;
  /**
   * Keeps what `edit` makes of the company; undefined where there is none. `edit` is asked again when somebody else was
   * faster, so that no change is lost. Id and date stay. @throws TypeError as `add`; what `edit` throws
   */
  change(id: string, edit: (company: Company) => Company): Promise<Company | undefined>;
  /** Oldest first. */
  list(): Promise<readonly Company[]>;
  /** @throws TypeError when the name cannot be kept; an error of the database when no such company exists */
  addToken(token: ApiToken): Promise<void>;
  /** Undefined for a revoked token as for an unknown one. */
  findToken(secretHash: string): Promise<TokenHolder | undefined>;
  /** Oldest first, revoked ones too. */
  listTokens(companyId: string): Promise<readonly ApiToken[]>;
  /** False when there is no such token, or it was revoked before: the first time stays. */
  revokeToken(id: string, atMs: number): Promise<boolean>;
  /** `taken` when anybody, this company too, has ever registered the same key. */
  addAppKey(key: AppKey): Promise<'added' | 'taken'>;
  /** The company's key that expires last; undefined where none is valid now. */
  currentAppKey(companyId: string, nowMs: number): Promise<AppKey | undefined>;
  /** Undefined for an expired key as for an unknown one. */
  findAppKey(key: string, nowMs: number): Promise<AppKey | undefined>;
}
