// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { BandBar } from './band-scale.tsx';
import { ScoreDetails } from './score-details.tsx';
import { useScoreText } from './score-words.ts';
import type { ScoreEntry } from './to-scores.ts';

/** One score: its name, its bands at a glance, and everything else once it is opened. */
export function ScoreCard({ score }: { readonly score: ScoreEntry }) {
  const [wasOpened, setOpened] = useState(location.hash === `#${score.code}`);
  const { bands } = score.facts;
  return (
    <li>
      <details
        id={score.code}
        class="score"
        open={location.hash === `#${score.code}`}
        onToggle={(event) => event.currentTarget.open && setOpened(true)}
      >
        <summary>
          <h2 class="score-head">
            <span class="score-title">{score.title}</span>
            <code>{score.code}</code>
          </h2>
          <Badges score={score} />
          {bands !== null && (
            <span class="glance">
              <BandBar bands={bands} />
            </span>
          )}
        </summary>
        {wasOpened && <ScoreDetails score={score} />}
      </details>
    </li>
  );
}

function Badges({ score }: { readonly score: ScoreEntry }) {
  const { s } = useScoreText();
  const { validated, verification, licence, bandsBasis } = score.facts;
  return (
    <span class="badges">
      {validated ? (
        <span class="chip">{s('badge.validated')}</span>
      ) : (
        <span class="chip caution">{s('badge.notValidated')}</span>
      )}
      {verification === 'pending' && <span class="chip caution">{s('badge.pending')}</span>}
      {bandsBasis === 'localConvention' && <span class="chip caution">{s('badge.localConvention')}</span>}
      {score.isFromPhotograph && <span class="chip">{s('badge.photograph')}</span>}
      {licence.terms === 'scoringOnly' && <span class="chip">{s('badge.scoringOnly')}</span>}
    </span>
  );
}
