// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { toSameOrigin } from './same-origin.ts';

export interface PatientReportProps {
  readonly report: RawReport;
  readonly company: string;
}

/**
 * What to do next, in plain words. There is no condition, figure or grade in it: any of them could be taken for an
 * all-clear, and no clinician has signed a policy of what software may say to whom.
 */
export function PatientReport({ report, company }: PatientReportProps) {
  const { w, day } = useWords();
  return (
    <>
      <section class="advice">
        <h2>{w('result.patient.show')}</h2>
        {reasonsOf(report).map((reason) => (
          <p key={reason}>{w(`result.patient.${reason}`)}</p>
        ))}
        <p>{w('result.patient.policy')}</p>
        <p>
          <strong>{w('result.patient.urgent')}</strong>
        </p>
      </section>
      <SentPhotographs report={report} />
      <p class="soft">
        {w('result.patient.sent', { date: day(report.createdAt) })}.{' '}
        {w('result.patient.results', { company })}
      </p>
    </>
  );
}

function reasonsOf({ pathology, result }: RawReport): readonly ('invalid' | 'inconclusive')[] {
  if (!result.observations.some(({ media }) => media.isValid)) return ['invalid'];
  const isOpen = pathology === null || result.warnings.includes('outsideKnownConditions');
  return isOpen ? ['inconclusive'] : [];
}

function SentPhotographs({ report }: { readonly report: RawReport }) {
  const { w } = useWords();
  return (
    <section class="stack">
      <h2>{w('result.patient.pictures')}</h2>
      <ul class="sent-photographs">
        {report.result.observations.map(({ media }, index) => (
          <li key={index}>
            <img src={toSameOrigin(media.url)} alt={w('result.photograph', { number: index + 1 })} />
            <p class="small">{w(media.isValid ? 'result.patient.readable' : 'result.patient.unreadable')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
