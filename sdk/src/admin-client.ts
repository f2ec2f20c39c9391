// SPDX-License-Identifier: Apache-2.0
import type {
  AdminAccountsResponse,
  AdminCompaniesResponse,
  AdminCompany,
  AdminCompanyChangeRequest,
  AdminNewAccountRequest,
  AdminNewAccountResponse,
  AdminNewAppKeyResponse,
  AdminNewCompanyRequest,
  AdminNewTokenResponse,
  AdminReportsResponse,
  AdminToken,
  AdminTokensResponse,
} from '@openderm/contract';

/** What an administrator's account may ask for; `ERR_FORBIDDEN` for every other account. */
export interface AdminClient {
  /** Oldest first. */
  companies(): Promise<AdminCompaniesResponse>;
  company(id: string): Promise<AdminCompany>;
  addCompany(wanted: AdminNewCompanyRequest): Promise<AdminCompany>;
  /** What is left out stays. `ERR_INVALID_REQUEST` names every setting that is wrong, and then none is changed. */
  changeCompany(id: string, change: AdminCompanyChangeRequest): Promise<AdminCompany>;
  tokens(companyId: string): Promise<AdminTokensResponse>;
  /** The secret is told this once. */
  addToken(companyId: string, name: string): Promise<AdminNewTokenResponse>;
  revokeToken(companyId: string, tokenId: string): Promise<AdminToken>;
  addAppKey(companyId: string, minutes: number): Promise<AdminNewAppKeyResponse>;
  /** Newest first; `before` is the `next` of the page before. */
  reports(companyId: string, before?: string): Promise<AdminReportsResponse>;
  accounts(): Promise<AdminAccountsResponse>;
  /** The password is told this once. */
  addAccount(wanted: AdminNewAccountRequest): Promise<AdminNewAccountResponse>;
}

/** Sends a JSON request with the session's token and reads the answer. */
export type Ask = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>;

export function createAdminClient(ask: Ask): AdminClient {
  const at = (id: string, rest = '') => `/admin/companies/${encodeURIComponent(id)}${rest}`;
  return {
    companies: async () => (await ask('GET', '/admin/companies')) as AdminCompaniesResponse,
    company: async (id) => (await ask('GET', at(id))) as AdminCompany,
    addCompany: async (wanted) => (await ask('POST', '/admin/companies', wanted)) as AdminCompany,
    changeCompany: async (id, change) => (await ask('PATCH', at(id), change)) as AdminCompany,
    tokens: async (id) => (await ask('GET', at(id, '/tokens'))) as AdminTokensResponse,
    addToken: async (id, name) => (await ask('POST', at(id, '/tokens'), { name })) as AdminNewTokenResponse,
    revokeToken: async (id, tokenId) =>
      (await ask('DELETE', at(id, `/tokens/${encodeURIComponent(tokenId)}`))) as AdminToken,
    addAppKey: async (id, minutes) =>
      (await ask('POST', at(id, '/app-keys'), { minutes })) as AdminNewAppKeyResponse,
    reports: async (id, before) => {
      const query = before === undefined ? '' : `?${new URLSearchParams({ before })}`;
      return (await ask('GET', at(id, `/reports${query}`))) as AdminReportsResponse;
    },
    accounts: async () => (await ask('GET', '/admin/accounts')) as AdminAccountsResponse,
    addAccount: async (wanted) => (await ask('POST', '/admin/accounts', wanted)) as AdminNewAccountResponse,
  };
}
