// SPDX-License-Identifier: Apache-2.0
import type { AccountStore } from './accounts/account-store.ts';
import type { AnalysisStore } from './analyses/analysis-store.ts';
import type { AssessmentStore } from './assessments/assessment-store.ts';
import type { AuditStore } from './audit/audit-store.ts';
import type { CompanyStore } from './companies/company-store.ts';
import type { WatchCompanies } from './companies/watch-companies.ts';
import type { DraftStore } from './drafts/draft-store.ts';
import type { ErasureStore } from './erasures/erasure-store.ts';
import type { IdempotencyStore } from './idempotency/idempotency-store.ts';
import type { ReportStore } from './reports/report-store.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import type { DeliveryStore } from './webhooks/delivery-store.ts';
import type { WatchWebhooks } from './webhooks/watch-webhooks.ts';
import type { WebhookStore } from './webhooks/webhook-store.ts';

/** Everything that must not be lost, on SQLite or Postgres alike. */
export interface Store {
  readonly accounts: AccountStore;
  readonly analyses: AnalysisStore;
  readonly assessments: AssessmentStore;
  readonly audit: AuditStore;
  readonly companies: CompanyStore;
  readonly drafts: DraftStore;
  readonly watchCompanies: WatchCompanies;
  readonly watchWebhooks: WatchWebhooks;
  readonly deliveries: DeliveryStore;
  readonly idempotency: IdempotencyStore;
  readonly erasures: ErasureStore;
  readonly reports: ReportStore;
  readonly secrets: SecretStore;
  readonly webhooks: WebhookStore;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
