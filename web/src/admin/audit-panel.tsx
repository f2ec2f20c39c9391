// SPDX-License-Identifier: Apache-2.0
import type { AdminAuditEntry, AdminAuditVerdict } from '@openderm/contract';
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import type { PanelProps } from './key-panel.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

/** Who reached for what, page by page, and whether anybody has changed what is written. */
export function AuditPanel({ session, companyId }: PanelProps) {
  const a = useAdminText();
  const { admin } = session.client;
  const first = useLoaded(session, () => admin.audit(companyId));
  const wish = useWish(session);
  const [later, setLater] = useState<readonly AdminAuditEntry[]>([]);
  const [next, setNext] = useState<number | null>();
  const [verdict, setVerdict] = useState<AdminAuditVerdict>();
  const place = next === undefined ? (first.value?.next ?? null) : next;
  const showMore = async () => {
    const page = await wish.make(() => admin.audit(companyId, place ?? undefined));
    if (page === undefined) return;
    setLater([...later, ...page.entries]);
    setNext(page.next);
  };
  return (
    <section class="card stack" aria-labelledby="audit">
      <h2 id="audit">{a('section.audit')}</h2>
      <p class="soft">{a('audit.lead')}</p>
      <div>
        <button
          type="button"
          class="button"
          disabled={wish.isBusy}
          onClick={async () => setVerdict(await wish.make(() => admin.verifyAudit(companyId)))}
        >
          {a('audit.verify')}
        </button>
      </div>
      <div role="status">{verdict !== undefined && <Verdict verdict={verdict} />}</div>
      <WishFailure failure={wish.failure} />
      {first.value === undefined && <Waiting failure={first.failure} onAgain={first.reload} />}
      {first.value?.entries.length === 0 && <p>{a('audit.none')}</p>}
      <ul class="entries">
        {[...(first.value?.entries ?? []), ...later].map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ul>
      {place !== null && (
        <div>
          <button type="button" class="button" disabled={wish.isBusy} onClick={showMore}>
            {a('audit.more')}
          </button>
        </div>
      )}
    </section>
  );
}

function Verdict({ verdict }: { readonly verdict: AdminAuditVerdict }) {
  const a = useAdminText();
  const { isWhole, firstBad, reason, from, to, hash } = verdict;
  if (!isWhole)
    return <p class="note grave">{a('audit.broken', { place: firstBad ?? 0, reason: reason ?? '' })}</p>;
  if (to === 0) return <p>{a('audit.empty')}</p>;
  return (
    <div class="stack">
      <p>
        <strong>{a('audit.whole', { from: from + 1, to })}</strong>
      </p>
      <p class="small soft">
        {a('audit.hash')} <code>{`${to}:${hash}`}</code>
      </p>
    </div>
  );
}

/** The words of an entry are the log's own, as the command line prints them. */
function Entry({ entry }: { readonly entry: AdminAuditEntry }) {
  const a = useAdminText();
  const { time } = useText();
  const { sequence, at, actor, actorId, action, object, objectId, outcome } = entry;
  if (at === null)
    return (
      <li>
        <span class="number">{sequence}</span>
        <span class="fault">{a('audit.unreadable')}</span>
      </li>
    );
  return (
    <li lang="en">
      <span class="number soft">{sequence}</span>
      <span>{time(at)}</span>
      <span class="entry-name">{`${action} ${object}`}</span>
      <code class="small soft">{objectId}</code>
      <span class="chip">{outcome}</span>
      <span class="small soft">
        {actor} <code>{actorId}</code>
      </span>
    </li>
  );
}
