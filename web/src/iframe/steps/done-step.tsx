// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** The end where the result is the host's alone. */
export function DoneStep() {
  const { draft } = useFlow();
  const { w } = useWords();
  return (
    <StepFrame heading={w('done.heading')} nextLabel={null}>
      <p data-testid="done">{w('done.lead', { company: draft.company.name })}</p>
      {draft.isForPatient && (
        <p>
          <strong>{w('result.patient.urgent')}</strong>
        </p>
      )}
    </StepFrame>
  );
}
