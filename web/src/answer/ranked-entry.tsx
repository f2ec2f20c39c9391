// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Entry } from './answer.ts';
import { EvidenceBadge } from './evidence-badge.tsx';
import { ShareBar } from './share-bar.tsx';

export interface RankedEntryProps {
  readonly entry: Entry;
  readonly isLookedAt: boolean;
  readonly onLook: (rank: number | undefined) => void;
}

/** One of the first five: name, code, probability with a bar, and where the number comes from. */
export function RankedEntry({ entry, isLookedAt, onLook }: RankedEntryProps) {
  const { t, percent } = useText();
  return (
    <li class="ranked-entry">
      <span class="rank number" aria-hidden="true">
        {entry.rank}
      </span>
      <div class="ranked-words">
        <h3>{entry.name}</h3>
        {entry.icd11 !== null && entry.icd11.title !== entry.name && (
          <p class="small soft">{entry.icd11.title}</p>
        )}
      </div>
      <strong class="ranked-percent number">{percent(entry.probabilityPercent)}</strong>
      <ShareBar percent={entry.probabilityPercent} isFaint={entry.evidence === 'prior'} />
      <div class="row ranked-facts">
        <span class="chip code">{entry.icd11?.code ?? t('ranking.noCode')}</span>
        <EvidenceBadge evidence={entry.evidence} />
        {entry.heatMap !== null && (
          <button
            type="button"
            class="look small"
            aria-pressed={isLookedAt}
            aria-label={`${t('ranking.look')}: ${entry.name}`}
            onClick={() => onLook(isLookedAt ? undefined : entry.rank)}
          >
            {t('ranking.look')}
          </button>
        )}
      </div>
    </li>
  );
}
