// SPDX-License-Identifier: Apache-2.0
import type { AccountStore } from './accounts/account-store.ts';
import type { AnalysisStore } from './analyses/analysis-store.ts';
import type { AssessmentStore } from './assessments/assessment-store.ts';
import type { CompanyStore } from './companies/company-store.ts';
import type { DraftStore } from './drafts/draft-store.ts';
import type { ReportStore } from './reports/report-store.ts';
import type { SecretStore } from './secrets/secret-store.ts';

/** Everything that must not be lost, on SQLite or Postgres alike. */
export interface Store {
  readonly accounts: AccountStore;
  readonly analyses: AnalysisStore;
  readonly assessments: AssessmentStore;
  readonly companies: CompanyStore;
  readonly drafts: DraftStore;
  readonly reports: ReportStore;
  readonly secrets: SecretStore;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
