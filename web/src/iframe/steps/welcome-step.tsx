// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { CompanyLogo } from '../company-logo.tsx';
import { useFlow } from '../flow-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** Who receives what, what it is not, and whether the person agrees. */
export function WelcomeStep() {
  const { draft } = useFlow();
  const { w } = useWords();
  const [agrees, setAgrees] = useState(false);
  const company = draft.company.name;
  return (
    <StepFrame heading={w('welcome.heading')} nextLabel={w('page.begin')} isNextDisabled={!agrees}>
      <CompanyLogo company={draft.company} />
      <p class="lead">{w('welcome.lead', { company })}</p>
      <div class="notes">
        <p>{w('welcome.support')}</p>
        <p>{w('welcome.emergency')}</p>
      </div>
      <label class="agree">
        <input
          type="checkbox"
          checked={agrees}
          onChange={(event) => setAgrees(event.currentTarget.checked)}
        />
        <span>{w('welcome.consent', { company })}</span>
      </label>
    </StepFrame>
  );
}
