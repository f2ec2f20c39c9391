// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { testAccountStore } from './accounts/account-store.suite.ts';
import { testAnalysisStore } from './analyses/analysis-store.suite.ts';
import { testAssessmentStore } from './assessments/assessment-store.suite.ts';
import { testAuditStore } from './audit/audit-store.suite.ts';
import { testCompanyStore } from './companies/company-store.suite.ts';
import { testWatchCompanies } from './companies/watch-companies.suite.ts';
import { testDraftStore } from './drafts/draft-store.suite.ts';
import { testErasureStore } from './erasures/erasure-store.suite.ts';
import { testIdempotencyStore } from './idempotency/idempotency-store.suite.ts';
import { testReportStore } from './reports/report-store.suite.ts';
import { testSecretStore } from './secrets/secret-store.suite.ts';
import type { Store } from './store.ts';
import { testDeliveryStore } from './webhooks/delivery-store.suite.ts';
import { testWatchWebhooks } from './webhooks/watch-webhooks.suite.ts';
import { testWebhookStore } from './webhooks/webhook-store.suite.ts';

export interface StoreUnderTest {
  /** Opens the same database again and again; the suite's user closes what was opened. */
  readonly openStore: () => Promise<Store>;
  /** Opens a database that was empty until now, as often as asked, all at once. */
  readonly openTogether: (times: number) => Promise<readonly Store[]>;
}

/** Everything a store does, on whatever database it stands. */
export function testStore({ openStore, openTogether }: StoreUnderTest): void {
  testAccountStore(openStore);
  testSecretStore(openStore);
  testAnalysisStore(openStore);
  testAssessmentStore(openStore);
  testAuditStore(openStore);
  testCompanyStore(openStore);
  testWatchCompanies(openStore);
  testReportStore(openStore);
  testDraftStore(openStore);
  testErasureStore(openStore);
  testIdempotencyStore(openStore);
  testWebhookStore(openStore);
  testWatchWebhooks(openStore);
  testDeliveryStore(openStore);

  describe('a store', () => {
    it('answers while it is open, and not afterwards', async () => {
      const [store] = await openTogether(1);
      await expect(store?.ping()).resolves.toBeUndefined();
      await store?.close();
      await expect(store?.ping()).rejects.toThrow();
    });

    it('sets up an empty database once when several open it together', async () => {
      const stores = await openTogether(6);
      const secrets = await Promise.all(stores.map((store) => store.secrets.obtain('shared', 32)));
      for (const secret of secrets) expect(secret).toEqual(secrets[0]);
    });
  });
}
