// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useEffect, useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { ReportView } from '../result/report-view.tsx';
import { useTrouble } from '../trouble-context.ts';
import { mayPass, waitForConnection } from '../wait-for-connection.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** The report as this reader may see it. */
export function ResultStep() {
  const { client, draft, restart } = useFlow();
  const { w } = useWords();
  const onTrouble = useTrouble();
  const [report, setReport] = useState<RawReport>();
  useEffect(() => {
    const abort = new AbortController();
    const fetchReport = async (): Promise<void> => {
      try {
        setReport(await client.report({ signal: abort.signal }));
      } catch (error) {
        if (abort.signal.aborted) return;
        onTrouble(error);
        if (!mayPass(error)) return;
        await waitForConnection();
        await fetchReport();
      }
    };
    fetchReport();
    return () => abort.abort();
  }, [client]);
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
