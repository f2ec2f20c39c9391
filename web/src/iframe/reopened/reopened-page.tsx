// SPDX-License-Identifier: Apache-2.0
import type { ReopenedReport } from '@openderm/contract';
import { useFocusOnShow } from '../../page/use-focus-on-show.ts';
import { CompanyLogo } from '../company-logo.tsx';
import { ReportView } from '../result/report-view.tsx';
import { type FetchReport, useFreshReport } from '../result/use-fresh-report.ts';
import { useWords } from '../words/iframe-text.ts';

export interface ReopenedPageProps {
  readonly reopened: ReopenedReport;
  readonly isForPatient: boolean;
  readonly fetchReport: FetchReport;
}

/** A report that was made before: only to be read. */
export function ReopenedPage({ reopened, isForPatient, fetchReport }: ReopenedPageProps) {
  const { w } = useWords();
  const head = useFocusOnShow<HTMLHeadingElement>();
  const first = reopened.report;
  const report = useFreshReport(fetchReport, { first, onTrouble: () => undefined }) ?? first;
  return (
    <main data-step="reopened">
      <CompanyLogo company={reopened.company} />
      <section class="step">
        <h1 ref={head} tabIndex={-1}>
          {w('result.heading')}
        </h1>
        <ReportView
          report={report}
          company={reopened.company.name}
          isForPatient={isForPatient}
          // Where only severity was asked for, nothing was concluded.
          wantsDiagnosis={report.result.conclusions.length > 0}
        />
      </section>
    </main>
  );
}
