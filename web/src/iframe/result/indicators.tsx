// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { ShareBar } from '../../answer/share-bar.tsx';
import { useWords } from '../words/iframe-text.ts';
import { isDoubtful } from './is-doubtful.ts';
import { shareText } from './share-text.ts';

const shown = [
  'malignancy',
  'urgentReferral',
  'highPriorityReferral',
  'pigmentedLesion',
  'hasCondition',
] as const;

/** Sums over the list; a low one is no all-clear, and says so where the list itself is doubtful. */
export function Indicators({ report }: { readonly report: RawReport }) {
  const { w } = useWords();
  const { preliminaryFindings, metrics } = report.result;
  return (
    <section class="card stack">
      <h2>{w('result.indicators')}</h2>
      {isDoubtful(report) && <p class="note">{w('result.doubtful')}</p>}
      <ul class="ranked">
        {shown.map((name) => {
          const value = preliminaryFindings[name];
          return (
            <li key={name}>
              <span class="ranked-name">{w(`result.indicator.${name}`)}</span>
              <Share value={value} />
              {value !== null && <ShareBar percent={value} isFaint={isDoubtful(report)} />}
            </li>
          );
        })}
      </ul>
      <dl class="metrics small">
        {(['sensitivity', 'specificity', 'entropy'] as const).map((name) => (
          <div key={name}>
            <dt>{w(`result.metric.${name}`)}</dt>
            <dd>
              <Share value={metrics[name]} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{w('result.metricNote')}</p>
    </section>
  );
}

/** A figure that is not known is read out as such: a dash alone would be silent. */
function Share({ value }: { readonly value: number | null }) {
  const text = useWords();
  if (value !== null) return <span class="number">{shareText(value, text)}</span>;
  return (
    <span class="number">
      <span aria-hidden="true">–</span>
      <span class="unseen">{text.w('result.unknown')}</span>
    </span>
  );
}
