// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';

/** What the person answered before the photographs. */
export function SaidBefore({ report: { anamnesisGeneral } }: { readonly report: RawReport }) {
  const { w } = useWords();
  if (anamnesisGeneral.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{w('result.said')}</h2>
      <dl class="said">
        {anamnesisGeneral.map(({ question, answer }, index) => (
          <div key={index}>
            <dt class="small soft">{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
