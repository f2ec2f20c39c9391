// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { ClinicianReport } from './clinician-report.tsx';
import { PatientReport } from './patient-report.tsx';

export interface ReportViewProps {
  readonly report: RawReport;
  readonly company: string;
  readonly isForPatient: boolean;
  /** False where only severity was asked for. */
  readonly wantsDiagnosis: boolean;
}

/** A finished report for whoever reads it. */
export function ReportView({ isForPatient, ...shown }: ReportViewProps) {
  return (
    <div class="report" data-testid="result">
      {isForPatient ? <PatientReport {...shown} /> : <ClinicianReport {...shown} />}
    </div>
  );
}
