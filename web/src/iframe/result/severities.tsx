// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { SeverityCard } from './severity-card.tsx';

export interface SeveritiesProps {
  readonly report: RawReport;
  readonly wantsDiagnosis: boolean;
}

/** How bad it is, score by score. Where nothing else was asked for, it is said that there is none. */
export function Severities({ report, wantsDiagnosis }: SeveritiesProps) {
  const { w } = useWords();
  const { scoringSystems } = report.result;
  if (scoringSystems.length === 0 && wantsDiagnosis) return null;
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
