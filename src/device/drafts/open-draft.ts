// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';
import { createApiSecret, hashApiSecret } from '../../gate/api-secret.ts';
import type { DraftThrottle } from '../../gate/draft-throttle.ts';
import type { Company } from '../../record/company.ts';
import type { Draft } from '../../record/draft.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';
import { type AskedWishes, type IgnoredWish, readWishes, type WishReaders } from './asked-wishes.ts';
import type { FindPageCompany } from './find-page-company.ts';

/** A draft that was just begun. */
export interface OpenedDraft {
  /** Opens this draft and nothing else; told once. */
  readonly handle: string;
  readonly draft: Draft;
  readonly company: Company;
  readonly ignored: readonly IgnoredWish[];
}

/** @param address of the network, to bound how much one begins. @throws DeviceError `unknownAppKey`, `tooManyDrafts` */
export type OpenDraft = (appKey: string, asked: AskedWishes, address: string) => Promise<OpenedDraft>;

export interface OpenDraftDependencies extends WishReaders {
  readonly findPageCompany: FindPageCompany;
  readonly throttle: DraftThrottle;
  readonly drafts: Pick<DraftStore, 'add'>;
  readonly clock: { nowMs(): number };
  /** UUIDv7. */
  readonly ids: { create(): string };
}

/** Long enough to look for better light and to be called away; then the photographs are forgotten. Our own convention. */
const lifetimeMs = 7_200_000;

export function createOpenDraft(dependencies: OpenDraftDependencies): OpenDraft {
  const { drafts, clock, ids, findPageCompany, throttle } = dependencies;
  return async (appKey, asked, address) => {
    const retryAfterS = throttle.admit(address);
    if (retryAfterS > 0) throw new DeviceError('tooManyDrafts', { retryAfterS });
    const company = await findPageCompany({ company: appKey });
    if (company === undefined) throw new DeviceError('unknownAppKey');
    const { wishes, answers, ignored } = readWishes(asked, company, dependencies);
    const { secret: handle, hash } = createApiSecret();
    const createdAtMs = clock.nowMs();
    const draft: Draft = {
      id: ids.create(),
      companyId: company.id,
      appKeyHash: hashApiSecret(appKey),
      createdAtMs,
      expiresAtMs: createdAtMs + lifetimeMs,
      revision: 0,
      wishes,
      answers: { concern: null, anamnesis: [], ...answers },
      photos: [],
      isDone: false,
    };
    await drafts.add(draft, hash);
    return { handle, draft, company, ignored };
  };
}
