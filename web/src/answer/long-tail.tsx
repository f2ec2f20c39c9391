// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import type { Entry } from './answer.ts';
import { EvidenceBadge } from './evidence-badge.tsx';
import { findEntries } from './find-entries.ts';

// A phone draws this many at once without a pause; the rest comes when asked for.
const pageCount = 25;

/** The whole catalogue, searchable, some at a time. */
export function LongTail({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="stack long-tail">
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('ranking.fewer') : t('ranking.more', { count: entries.length })}
      </button>
      {isOpen && <SearchableEntries entries={entries} />}
    </div>
  );
}

function SearchableEntries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [shownCount, setShownCount] = useState(pageCount);
  const found = findEntries(entries, query);
  const leftCount = found.length - shownCount;
  const search = (text: string) => {
    setQuery(text);
    setShownCount(pageCount);
  };
  return (
    <>
      <div class="field">
        <label for="entry-search">{t('ranking.search')}</label>
        <input
          id="entry-search"
          type="search"
          autocomplete="off"
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </div>
      <p class="small soft" role="status">
        {found.length === 0 ? t('ranking.none') : t('ranking.found', { count: found.length })}
      </p>
      {found.length > 0 && <EntryTable entries={found.slice(0, shownCount)} />}
      {leftCount > 0 && (
        <button type="button" class="button small" onClick={() => setShownCount(shownCount + pageCount)}>
          {t('ranking.next', { count: Math.min(pageCount, leftCount) })}
        </button>
      )}
    </>
  );
}

function EntryTable({ entries }: { readonly entries: readonly Entry[] }) {
  const { t, percent } = useText();
  return (
    <table class="entry-table">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('ranking.rank')}</th>
          <th scope="col">{t('ranking.name')}</th>
          <th scope="col">{t('ranking.probability')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.rank}>
            <td class="number soft">{entry.rank}</td>
            <td>
              {entry.name} <span class="chip code">{entry.icd11?.code ?? t('ranking.noCode')}</span>{' '}
              {entry.evidence === 'image' && <EvidenceBadge evidence="image" />}
            </td>
            <td class="number">{percent(entry.probabilityPercent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
