// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { Differential } from './differential.tsx';
import { Indicators } from './indicators.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ReportNotices } from './report-notices.tsx';
import { SaidBefore } from './said-before.tsx';
import { Severities } from './severities.tsx';

export interface ClinicianReportProps {
  readonly report: RawReport;
  readonly wantsDiagnosis: boolean;
}

/** What it could be, how sure, on what evidence, how bad. Always preliminary. */
export function ClinicianReport({ report, wantsDiagnosis }: ClinicianReportProps) {
  const { w } = useWords();
  const isLicensed = !report.result.warnings.includes('nonCommercialModel');
  return (
    <div class="wide stack">
      <ReportFacts report={report} />
      <ReportNotices report={report} wantsDiagnosis={wantsDiagnosis} />
      <div class="sheet">
        <div class="stack">
          {wantsDiagnosis && <Finding report={report} />}
          <PhotoViewer report={report} showsMaps={wantsDiagnosis} />
        </div>
        <div class="stack">
          {wantsDiagnosis ? <Likelihoods report={report} /> : <Severities report={report} />}
          <SaidBefore report={report} />
        </div>
      </div>
      {wantsDiagnosis && report.result.scoringSystems.length > 0 && <Severities report={report} />}
      <p class="small soft">
        {w('result.preliminary')} {!isLicensed && w('result.warning.nonCommercialModel')}
      </p>
    </div>
  );
}

/** What it could be, and what that list adds up to. */
function Likelihoods({ report }: { readonly report: RawReport }) {
  return (
    <>
      <Differential report={report} />
      <Indicators report={report} />
    </>
  );
}

/** The first entry where it is likely enough to be called the finding, else that there is none. */
function Finding({ report: { pathology } }: { readonly report: RawReport }) {
  const { w } = useWords();
  if (pathology === null)
    return (
      <section class="finding open">
        <p class="finding-name">{w('result.inconclusive')}</p>
        <p class="small">{w('result.inconclusiveWhy')}</p>
      </section>
    );
  return (
    <section class="finding">
      <p class="small soft">{w('result.finding')}</p>
      <p class="finding-name">
        <span lang={pathology.nameLocale}>{pathology.name}</span>{' '}
        {pathology.icd11 !== null && <span class="chip code">{pathology.icd11}</span>}
      </p>
    </section>
  );
}
