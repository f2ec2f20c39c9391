// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { ShareBar } from '../../answer/share-bar.tsx';
import { useWords } from '../words/iframe-text.ts';

const shown = [
  'malignancy',
  'urgentReferral',
  'highPriorityReferral',
  'pigmentedLesion',
  'hasCondition',
] as const;

/** Sums over the list; a low one is no all-clear, and says so where the list itself is doubtful. */
export function Indicators({ report: { result } }: { readonly report: RawReport }) {
  const { w, percent } = useWords();
  const { preliminaryFindings, metrics, warnings } = result;
  const isDoubtful = warnings.includes('noValidImage') || warnings.includes('outsideKnownConditions');
  return (
    <section class="card stack">
      <h2>{w('result.indicators')}</h2>
      {isDoubtful && <p class="note">{w('result.doubtful')}</p>}
      <ul class="ranked">
        {shown.map((name) => {
          const value = preliminaryFindings[name];
          return (
            <li key={name}>
              <span class="ranked-name">{w(`result.indicator.${name}`)}</span>
              <span class="number">{value === null ? '–' : percent(value)}</span>
              {value !== null && <ShareBar percent={value} isFaint={isDoubtful} />}
            </li>
          );
        })}
      </ul>
      <dl class="metrics small">
        {(['sensitivity', 'specificity', 'entropy'] as const).map((name) => {
          const value = metrics[name];
          return (
            <div key={name}>
              <dt>{w(`result.metric.${name}`)}</dt>
              <dd class="number">{value === null ? '–' : percent(value)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
