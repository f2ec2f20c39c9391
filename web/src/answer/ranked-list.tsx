// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Reading } from './answer.ts';
import { LongTail } from './long-tail.tsx';
import { RankedEntry } from './ranked-entry.tsx';

/** As many as the reference product's documentation calls clinically meaningful. @source seeds: diagnosis support */
export const topCount = 5;

export interface RankedListProps {
  readonly reading: Reading;
  readonly isDoubtful: boolean;
  readonly heatMapRank: number | undefined;
  readonly onHeatMap: (rank: number | undefined) => void;
}

/** The first five of the differential, and a way to all the others. */
export function RankedList({ reading, isDoubtful, heatMapRank, onHeatMap }: RankedListProps) {
  const { t } = useText();
  return (
    <section
      class={isDoubtful ? 'card stack ranking doubtful' : 'card stack ranking'}
      aria-labelledby="ranking-heading"
    >
      <h2 id="ranking-heading">{t('ranking.heading')}</h2>
      {isDoubtful ? <p class="never">{t('ranking.doubtful')}</p> : <p class="soft">{t('ranking.lead')}</p>}
      <ol class="ranked">
        {reading.entries.slice(0, topCount).map((entry) => (
          <RankedEntry
            key={entry.rank}
            entry={entry}
            isLookedAt={entry.rank === heatMapRank}
            onLook={onHeatMap}
          />
        ))}
      </ol>
      <LongTail entries={reading.entries} />
    </section>
  );
}
