// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { createApiSecret } from '../gate/api-secret.ts';
import type { ApiToken, AppKey, Company } from '../record/company.ts';
import type { CompanyStore } from '../store/companies/company-store.ts';
import { type CompanyChange, changeCompany } from './company-change.ts';
import { CompanyProblem } from './company-problem.ts';
import { reportLocales } from './find-setting-problems.ts';
import { unsetCompanySettings } from './unset-company-settings.ts';

/** What an operator does with companies, whether or not a server is running. */
export interface CompanyDesk {
  /** Oldest first. */
  list(): Promise<readonly Company[]>;
  /** @throws CompanyProblem */
  add(wanted: NewCompany): Promise<Company>;
  /** @throws CompanyProblem where there is none */
  find(companyId: string): Promise<Company>;
  /** Changes what is named and nothing else; a running server knows at once. @throws CompanyProblem */
  change(companyId: string, change: CompanyChange): Promise<Company>;
  /** A token for the company's backend; its secret is told once. @throws CompanyProblem */
  addToken(companyId: string, name: string): Promise<IssuedToken>;
  /** Oldest first, revoked ones too. @throws CompanyProblem */
  listTokens(companyId: string): Promise<readonly ApiToken[]>;
  /** From now on it opens nothing. @throws CompanyProblem */
  revokeToken(id: string): Promise<void>;
  /** A key for the company's page, as its backend would register one. @throws CompanyProblem */
  addAppKey(companyId: string, lifetimeMs: number): Promise<AppKey>;
}

export interface NewCompany {
  readonly name: string;
  readonly locale: string;
  /** 0-1; undefined: the usual one. */
  readonly confidenceThreshold: number | undefined;
}

export interface IssuedToken {
  readonly token: ApiToken;
  readonly company: Company;
  /** Only its hash is kept. */
  readonly secret: string;
}

export interface CompanyDeskDependencies {
  readonly companies: CompanyStore;
  readonly clock: { nowMs(): number };
  readonly newId: () => string;
}

/** Below it a differential has no pathology. @source our own convention: more likely than everything else together */
const usualThreshold = 0.5;

export function createCompanyDesk(dependencies: CompanyDeskDependencies): CompanyDesk {
  const { companies, clock } = dependencies;
  return {
    list: () => companies.list(),
    add: (wanted) => addCompany(wanted, dependencies),
    find: (companyId) => findCompany(companyId, companies),
    async change(companyId, change) {
      const changed = await companies.change(companyId, (company) => changeCompany(company, change));
      return changed ?? findCompany(companyId, companies);
    },
    addToken: (companyId, name) => addToken(companyId, name, dependencies),
    async listTokens(companyId) {
      await findCompany(companyId, companies);
      return companies.listTokens(companyId);
    },
    async revokeToken(id) {
      const isRevoked = await companies.revokeToken(id, clock.nowMs());
      if (!isRevoked) throw new CompanyProblem('unknown', `There is no token ${id} that could be revoked.`);
    },
    addAppKey: (companyId, lifetimeMs) => addAppKey(companyId, lifetimeMs, dependencies),
  };
}

async function addCompany(
  { name, locale, confidenceThreshold = usualThreshold }: NewCompany,
  { companies, clock, newId }: CompanyDeskDependencies,
): Promise<Company> {
  assertName(name);
  const known = reportLocales.find((each) => each === locale);
  if (known === undefined) {
    const text = `There is no locale ${JSON.stringify(locale)}; there are ${reportLocales.join(', ')}.`;
    throw new CompanyProblem('badLocale', text);
  }
  if (!(confidenceThreshold >= 0 && confidenceThreshold <= 1))
    throw new CompanyProblem('badThreshold', 'Expected a threshold from 0 to 100 percent.');
  const company = {
    ...unsetCompanySettings,
    id: newId(),
    name,
    locale: known,
    confidenceThreshold,
    createdAtMs: clock.nowMs(),
  };
  await companies.add(company);
  return company;
}

async function addToken(
  companyId: string,
  name: string,
  { companies, clock, newId }: CompanyDeskDependencies,
): Promise<IssuedToken> {
  assertName(name);
  const company = await findCompany(companyId, companies);
  const { secret, hash } = createApiSecret();
  const token: ApiToken = {
    id: newId(),
    companyId: company.id,
    name,
    secretHash: hash,
    createdAtMs: clock.nowMs(),
    revokedAtMs: null,
  };
  await companies.addToken(token);
  return { token, company, secret };
}

/** 64 hex digits: letters and digits. @source the compatible API: at least 64 */
const appKeyBytes = 32;
/** A key for tests by hand lives a day at most. Our own convention. */
const longestLifetimeMs = 86_400_000;

async function addAppKey(
  companyId: string,
  lifetimeMs: number,
  { companies, clock }: CompanyDeskDependencies,
): Promise<AppKey> {
  if (!(lifetimeMs > 0 && lifetimeMs <= longestLifetimeMs))
    throw new CompanyProblem('badLifetime', 'Expected a lifetime from 1 minute to 24 hours.');
  const company = await findCompany(companyId, companies);
  const createdAtMs = clock.nowMs();
  const key = randomBytes(appKeyBytes).toString('hex');
  const made = { key, companyId: company.id, createdAtMs, expiresAtMs: createdAtMs + lifetimeMs };
  await companies.addAppKey(made);
  return made;
}

/** As long as a line of a list can be. */
const maxNameCharacters = 200;

function assertName(name: string): void {
  const isName = name.trim() !== '' && name.length <= maxNameCharacters && !/\p{C}/u.test(name);
  if (isName) return;
  const text = `Expected a name of 1 to ${maxNameCharacters} characters, received ${JSON.stringify(name)}.`;
  throw new CompanyProblem('badName', text);
}

async function findCompany(id: string, companies: Pick<CompanyStore, 'find'>): Promise<Company> {
  const company = await companies.find(id);
  if (company === undefined)
    throw new CompanyProblem(
      'unknown',
      `There is no company ${id}. openderm company list prints those there are.`,
    );
  return company;
}
