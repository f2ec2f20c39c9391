// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { BandBar } from './band-bar.tsx';
import { neededDigits } from './needed-digits.ts';
import { toSameOrigin } from './same-origin.ts';

type Scored = RawReport['result']['scoringSystems'][number];

/** One score: its band, what became of it, what went into it, and what was seen drawn on the photograph. */
export function SeverityCard({ scored }: { readonly scored: Scored }) {
  const { w, number } = useWords();
  const { score, scoringSystem, explainabilityMedia } = scored;
  return (
    <article class="card severity stack">
      <h3 class="score-head">
        <span>{scoringSystem.name}</span>{' '}
        <b class="number">{number(score.value, neededDigits(score.value))}</b>
      </h3>
      <BandBar score={score} />
      <Change scored={scored} />
      <Facets scored={scored} />
      <div class="stack score-sight">
        <Cautions scored={scored} />
        {explainabilityMedia && (
          <img
            src={toSameOrigin(explainabilityMedia.url)}
            alt={w('result.drawn', { name: scoringSystem.name })}
          />
        )}
      </div>
    </article>
  );
}

/** Against the first score of the same patient and site; what was measured before stands below it. */
function Change({ scored: { reduction, history } }: { readonly scored: Scored }) {
  const { w, number, percent, day } = useWords();
  const earlier = (history ?? []).map(
    ({ value, issued }) => `${number(value, neededDigits(value))} (${day(issued)})`,
  );
  return (
    <>
      {reduction !== null && (
        <p class="change">{w(`result.${wayOf(reduction)}`, { percent: percent(Math.abs(reduction)) })}</p>
      )}
      {earlier.length > 0 && <p class="small soft">{w('result.earlier', { scores: earlier.join(' · ') })}</p>}
    </>
  );
}

/** A reduction below zero is a rise. */
function wayOf(reduction: number): 'fallen' | 'risen' | 'unchanged' {
  if (reduction === 0) return 'unchanged';
  return reduction > 0 ? 'fallen' : 'risen';
}

function Facets({ scored: { facets, scoringSystem } }: { readonly scored: Scored }) {
  const { w, number } = useWords();
  if (facets.length === 0) return null;
  return (
    <table class="small">
      <caption class="unseen">{w('result.parts', { name: scoringSystem.name })}</caption>
      <tbody>
        {facets.map(({ facet, value, method, confidence }) => (
          <tr key={facet.code}>
            <th scope="row">{facet.name}</th>
            <td>
              {value.display}
              <span class="soft">
                {w(`result.method.${method}`)}
                {confidence !== null && `, ${w('result.confidence', { percent: number(confidence) })}`}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a reader must know of the score, once and together. */
function Cautions({ scored: { warnings, validated } }: { readonly scored: Scored }) {
  const { w } = useWords();
  const texts = [...(validated ? [] : [w('result.notValidated')]), ...warnings.map(({ text }) => text)];
  if (texts.length === 0) return null;
  return (
    <ul class="note cautions small">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
