// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { SeverityCard } from './severity-card.tsx';

/** How bad it is, score by score, or that no score could be read. */
export function Severities({ report }: { readonly report: RawReport }) {
  const { w } = useWords();
  const { scoringSystems } = report.result;
  return (
    <section class="stack">
      <h2>{w('result.severity')}</h2>
      {scoringSystems.length === 0 && <p class="note">{w('result.noSeverity')}</p>}
      <div class="scores">
        {scoringSystems.map((scored) => (
          <SeverityCard key={scored.scoringSystem.code} scored={scored} />
        ))}
      </div>
    </section>
  );
}
