// SPDX-License-Identifier: Apache-2.0
import type {
  AdminAccountsResponse,
  AdminAuditResponse,
  AdminAuditVerdict,
  AdminCompaniesResponse,
  AdminCompany,
  AdminCompanyChangeRequest,
  AdminDeliveriesResponse,
  AdminNewAccountRequest,
  AdminNewAccountResponse,
  AdminNewAppKeyResponse,
  AdminNewCompanyRequest,
  AdminNewTokenResponse,
  AdminNewWebhookRequest,
  AdminNewWebhookResponse,
  AdminReplayResponse,
  AdminReportsResponse,
  AdminToken,
  AdminTokensResponse,
  AdminWebhooksResponse,
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
  webhooks(companyId: string): Promise<AdminWebhooksResponse>;
  /** The signing secret is told this once. */
  addWebhook(companyId: string, wanted: AdminNewWebhookRequest): Promise<AdminNewWebhookResponse>;
  /** Those that are left. */
  removeWebhook(companyId: string, webhookId: string): Promise<AdminWebhooksResponse>;
  /** Delivers again what happens from now on. */
  enableWebhook(companyId: string, webhookId: string): Promise<AdminWebhooksResponse>;
  /** Newest first. */
  deliveries(companyId: string, webhookId: string): Promise<AdminDeliveriesResponse>;
  /** Sends one event again; without its id, every one that was given up. */
  replay(companyId: string, webhookId: string, eventId?: string): Promise<AdminReplayResponse>;
  /** Newest first; `before` is the `next` of the page before. */
  audit(companyId: string, before?: number): Promise<AdminAuditResponse>;
  /** Whether anybody has changed what is written; reads all of it. */
  verifyAudit(companyId: string): Promise<AdminAuditVerdict>;
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
    ...createWatchClient(ask, at),
    accounts: async () => (await ask('GET', '/admin/accounts')) as AdminAccountsResponse,
    addAccount: async (wanted) => (await ask('POST', '/admin/accounts', wanted)) as AdminNewAccountResponse,
  };
}

type WatchClient = Pick<
  AdminClient,
  | 'webhooks'
  | 'addWebhook'
  | 'removeWebhook'
  | 'enableWebhook'
  | 'deliveries'
  | 'replay'
  | 'audit'
  | 'verifyAudit'
>;

/** Webhooks and the audit log. */
function createWatchClient(ask: Ask, at: (companyId: string, rest: string) => string): WatchClient {
  const hook = (id: string, webhookId: string, rest = '') =>
    at(id, `/webhooks/${encodeURIComponent(webhookId)}${rest}`);
  return {
    webhooks: async (id) => (await ask('GET', at(id, '/webhooks'))) as AdminWebhooksResponse,
    addWebhook: async (id, wanted) =>
      (await ask('POST', at(id, '/webhooks'), wanted)) as AdminNewWebhookResponse,
    removeWebhook: async (id, webhookId) =>
      (await ask('DELETE', hook(id, webhookId))) as AdminWebhooksResponse,
    enableWebhook: async (id, webhookId) =>
      (await ask('POST', hook(id, webhookId, '/enable'), {})) as AdminWebhooksResponse,
    deliveries: async (id, webhookId) =>
      (await ask('GET', hook(id, webhookId, '/deliveries'))) as AdminDeliveriesResponse,
    replay: async (id, webhookId, eventId) =>
      (await ask('POST', hook(id, webhookId, '/replay'), {
        ...(eventId !== undefined && { eventId }),
      })) as AdminReplayResponse,
    audit: async (id, before) =>
      (await ask(
        'GET',
        at(id, before === undefined ? '/audit' : `/audit?before=${before}`),
      )) as AdminAuditResponse,
    verifyAudit: async (id) => (await ask('GET', at(id, '/audit/verification'))) as AdminAuditVerdict,
  };
}
