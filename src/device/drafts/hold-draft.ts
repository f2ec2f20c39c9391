// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import { hashApiSecret } from '../../gate/api-secret.ts';
import type { Company } from '../../record/company.ts';
import type { Draft } from '../../record/draft.ts';
import type { CompanyStore } from '../../store/companies/company-store.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';

/** A draft in hand, and whose page it is made on. */
export interface HeldDraft {
  readonly draft: Draft;
  readonly company: Company;
}

export interface HoldDraft {
  /** @throws DeviceError `draftGone` for an expired handle as for an unknown one */
  find(handle: string): Promise<HeldDraft>;
  /**
   * Changes a draft, also when somebody else changes it at the same time: `change` is then asked again.
   * @throws DeviceError `draftGone`; whatever `change` throws
   */
  change(handle: string, change: (draft: Draft) => Draft): Promise<HeldDraft>;
}

export interface HoldDraftDependencies {
  readonly drafts: Pick<DraftStore, 'find' | 'replace'>;
  readonly companies: Pick<CompanyStore, 'find'>;
  readonly clock: { nowMs(): number };
}

/** More than a page has requests in flight. Our own convention. */
const mostAttempts = 20;

export function createHoldDraft({ drafts, companies, clock }: HoldDraftDependencies): HoldDraft {
  const find = async (handle: string): Promise<HeldDraft> => {
    const draft = await drafts.find(hashApiSecret(handle), clock.nowMs());
    const company = draft && (await companies.find(draft.companyId));
    if (draft === undefined || company === undefined) throw new DeviceError('draftGone');
    return { draft, company };
  };
  return {
    find,
    async change(handle, change) {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const { draft, company } = await find(handle);
        const changed = change(draft);
        if (changed === draft) return { draft, company };
        if (await drafts.replace(changed))
          return { draft: { ...changed, revision: draft.revision + 1 }, company };
      }
      throw new DeviceError('queueFull', { retryAfterS: 1 });
    },
  };
}
