// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { Differential } from './differential.tsx';
import { Indicators } from './indicators.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { ReportNotices } from './report-notices.tsx';
import { toSameOrigin } from './same-origin.ts';
import { Severities } from './severities.tsx';

export interface ClinicianReportProps {
  readonly report: RawReport;
  readonly wantsDiagnosis: boolean;
}

/** What it could be, how sure, on what evidence, how bad. Always preliminary. */
export function ClinicianReport({ report, wantsDiagnosis }: ClinicianReportProps) {
  const { w } = useWords();
  return (
    <div class="wide sheet">
      <div class="stack">
        <ReportNotices report={report} wantsDiagnosis={wantsDiagnosis} />
        {wantsDiagnosis && <Finding report={report} />}
        {wantsDiagnosis && <Differential report={report} />}
        <Severities report={report} />
      </div>
      <div class="stack">
        <PhotoViewer report={report} />
        {wantsDiagnosis && <Indicators report={report} />}
        <p class="row">
          <a class="button" href={toSameOrigin(report.pdf)} target="_blank" rel="noopener noreferrer">
            {w('result.pdf')}
          </a>
        </p>
        <p class="small soft">{w('result.preliminary')}</p>
      </div>
    </div>
  );
}

/** The first entry where it is likely enough to be called the finding, else that there is none. */
function Finding({ report: { pathology, bodySite } }: { readonly report: RawReport }) {
  const { w } = useWords();
  return (
    <section class="finding">
      <p class="small soft">{w('result.finding', { site: bodySite.name })}</p>
      <p class="finding-name">
        {pathology === null ? (
          w('result.inconclusive')
        ) : (
          <>
            <span lang={pathology.nameLocale}>{pathology.name}</span>{' '}
            {pathology.icd11 !== null && <span class="chip code">{pathology.icd11}</span>}
          </>
        )}
      </p>
    </section>
  );
}
