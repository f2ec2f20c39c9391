// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { ReportView } from '../result/report-view.tsx';
import { useFreshReport } from '../result/use-fresh-report.ts';
import { useTrouble } from '../trouble-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** The report as this reader may see it. */
export function ResultStep() {
  const { client, draft, restart } = useFlow();
  const { w } = useWords();
  const report = useFreshReport((call) => client.report(call), { onTrouble: useTrouble() });
  return (
    <StepFrame heading={w('result.heading')} nextLabel={w('result.restart')} onNext={restart}>
      {report === undefined ? (
        <p role="status">{w('result.loading')}</p>
      ) : (
        <ReportView
          report={report}
          company={draft.company.name}
          isForPatient={draft.isForPatient}
          wantsDiagnosis={draft.wantsDiagnosis}
        />
      )}
    </StepFrame>
  );
}
