// SPDX-License-Identifier: Apache-2.0
import type { AdminReport } from '@openderm/contract';
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import type { PanelProps } from './key-panel.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

/** That reports are there, page by page. */
export function ReportPanel({ session, companyId }: PanelProps) {
  const a = useAdminText();
  const { time } = useText();
  const { admin } = session.client;
  const first = useLoaded(session, () => admin.reports(companyId));
  const wish = useWish(session);
  const [later, setLater] = useState<readonly AdminReport[]>([]);
  const [next, setNext] = useState<string | null>();
  const place = next === undefined ? (first.value?.next ?? null) : next;
  const showMore = async () => {
    const page = await wish.make(() => admin.reports(companyId, place ?? undefined));
    if (page === undefined) return;
    setLater([...later, ...page.reports]);
    setNext(page.next);
  };
  return (
    <section class="card stack" aria-labelledby="reports">
      <h2 id="reports">{a('section.reports')}</h2>
      <p class="soft">{a('reports.lead')}</p>
      {first.value === undefined && <Waiting failure={first.failure} onAgain={first.reload} />}
      {first.value?.reports.length === 0 && <p>{a('reports.none')}</p>}
      <ul class="entries">
        {[...(first.value?.reports ?? []), ...later].map(({ id, createdAt, bodySite, softwareVersion }) => (
          <li key={id}>
            <span class="entry-name">{time(createdAt)}</span>
            <span>{bodySite}</span>
            <span class="small soft">{a('reports.version', { version: softwareVersion })}</span>
            <code class="small soft">{id}</code>
          </li>
        ))}
      </ul>
      <WishFailure failure={wish.failure} />
      {place !== null && (
        <div>
          <button type="button" class="button" disabled={wish.isBusy} onClick={showMore}>
            {a('reports.more')}
          </button>
        </div>
      )}
    </section>
  );
}
