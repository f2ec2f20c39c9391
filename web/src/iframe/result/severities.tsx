// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { toSameOrigin } from './same-origin.ts';

type Scored = RawReport['result']['scoringSystems'][number];

/** How bad it is: each score with its band, what went into it, and what was seen drawn on the photograph. */
export function Severities({ report }: { readonly report: RawReport }) {
  const { w } = useWords();
  const { scoringSystems } = report.result;
  if (scoringSystems.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{w('result.severity')}</h2>
      {scoringSystems.map((scored) => (
        <Severity key={scored.scoringSystem.code} scored={scored} />
      ))}
    </section>
  );
}

function Severity({ scored }: { readonly scored: Scored }) {
  const { w, number, percent } = useWords();
  const { score, facets, explainabilityMedia, warnings, validated, reduction } = scored;
  return (
    <article class="severity stack">
      <h3>
        {scored.scoringSystem.name}:{' '}
        <span class="number">{number(score.value, Number.isInteger(score.value) ? 0 : 1)}</span>
      </h3>
      <BandBar scored={scored} />
      {reduction !== null && <p>{w('result.reduction', { percent: percent(reduction) })}</p>}
      <table class="small">
        <tbody>
          {facets.map(({ facet, value, method, confidence }) => (
            <tr key={facet.code}>
              <th scope="row">{facet.name}</th>
              <td>{value.display}</td>
              <td class="soft">
                {w(`result.method.${method}`)}
                {confidence !== null && `, ${percent(confidence)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!validated && <p class="small soft">{w('result.notValidated')}</p>}
      {warnings.map(({ code, text }) => (
        <p key={code} class="note small">
          {text}
        </p>
      ))}
      {explainabilityMedia && (
        <img
          src={toSameOrigin(explainabilityMedia.url)}
          alt={w('result.drawn', { name: scored.scoringSystem.name })}
        />
      )}
    </article>
  );
}

/** The bands side by side, the score's own marked: by its words too, not by colour alone. */
function BandBar({ scored: { score } }: { readonly scored: Scored }) {
  const { w } = useWords();
  const { interpretations } = score.severity;
  if (interpretations.length === 0) return null;
  const own = interpretations.findLast(({ min }) => min === null || score.value >= min) ?? interpretations[0];
  return (
    <ol class="bands small" aria-label={w('result.bands')}>
      {interpretations.map((band) => (
        <li key={band.text} aria-current={band === own ? 'true' : undefined}>
          {band.text}
        </li>
      ))}
    </ol>
  );
}
