// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useState } from 'preact/hooks';
import { ShareBar } from '../../answer/share-bar.tsx';
import { useWords } from '../words/iframe-text.ts';
import { isDoubtful } from './is-doubtful.ts';
import { shareText } from './share-text.ts';

/** As many as a clinician reads at a glance; the others are a tap away. Our own convention, as in the PDF. */
const atFirst = 5;
const atMost = 25;

/** The ranked list; every number stands beside its bar. */
export function Differential({ report }: { readonly report: RawReport }) {
  const text = useWords();
  const { w } = text;
  const [isLong, setLong] = useState(false);
  const { conclusions, imageEvidencePercent } = report.result;
  if (conclusions.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{w('result.ranked')}</h2>
      <ol class="ranked">
        {conclusions.slice(0, isLong ? atMost : atFirst).map(({ pathology, probability }) => (
          <li key={pathology.code}>
            <span class="ranked-name">
              <span lang={pathology.nameLocale}>{pathology.name}</span>
              {pathology.icd11 !== null && <span class="chip code">{pathology.icd11}</span>}
            </span>
            <span class="number">{shareText(probability, text)}</span>
            <ShareBar percent={probability} isFaint={isDoubtful(report)} />
          </li>
        ))}
      </ol>
      {conclusions.length > atFirst && (
        <button type="button" class="button small" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {w(isLong ? 'result.fewer' : 'result.more')}
        </button>
      )}
      <p class="small soft">{w('result.evidence', { percent: shareText(imageEvidencePercent, text) })}</p>
    </section>
  );
}
