// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import type { DraftClient } from '@openderm/sdk';
import type { FunctionComponent } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Flow, FlowContext } from './flow-context.ts';
import { createPostToHost } from './host/post-to-host.ts';
import { listSteps, type StepName } from './list-steps.ts';
import { PhotoShelfProvider } from './photos/photo-shelf-provider.tsx';
import { forgetVisit, rememberVisit } from './remembered-visit.ts';
import type { PageParameters } from './start/parameters.ts';
import { AnalysisStep } from './steps/analysis-step.tsx';
import { AnamnesisStep } from './steps/anamnesis-step.tsx';
import { BodySiteStep } from './steps/body-site-step.tsx';
import { ConcernStep } from './steps/concern-step.tsx';
import { ContextPhotoStep } from './steps/context-photo-step.tsx';
import { DoneStep } from './steps/done-step.tsx';
import { PhotosStep } from './steps/photos-step.tsx';
import { QuestionsStep } from './steps/questions-step.tsx';
import { ResultStep } from './steps/result-step.tsx';
import { WelcomeStep } from './steps/welcome-step.tsx';
import { TroubleContext } from './trouble-context.ts';
import { TroublePanel } from './trouble-panel.tsx';
import { useStepHistory } from './use-step-history.ts';
import { useWords } from './words/iframe-text.ts';

const screens: Readonly<Record<StepName, FunctionComponent>> = {
  welcome: WelcomeStep,
  concern: ConcernStep,
  bodySite: BodySiteStep,
  anamnesis: AnamnesisStep,
  photos: PhotosStep,
  contextPhoto: ContextPhotoStep,
  analysis: AnalysisStep,
  questions: QuestionsStep,
  result: ResultStep,
  done: DoneStep,
};

export interface FlowPageProps {
  readonly parameters: PageParameters;
  readonly client: DraftClient;
  readonly draft: PageDraft;
  /** Where a reload found the person; undefined at the beginning. */
  readonly step: string | undefined;
}

/** The whole way from the first question to the result, one screen at a time. */
export function FlowPage({ parameters, client, draft: first, step: recalled }: FlowPageProps) {
  const [draft, setDraft] = useState(first);
  const [trouble, setTrouble] = useState<unknown>();
  const isSiteGiven = 'bodySite' in parameters.forServer && first.answers.bodySite !== null;
  const steps = listSteps(parameters, draft, isSiteGiven);
  const [step, setStep] = useState<StepName>(steps.find((each) => each === recalled) ?? 'welcome');
  // Every answer of the server brings the same list anew.
  const postToHost = useMemo(() => createPostToHost(draft.hostOrigins), [draft.hostOrigins.join()]);
  const at = steps.indexOf(step);
  const go = (by: number) => {
    setTrouble(undefined);
    setStep(steps[Math.max(0, Math.min(steps.length - 1, at + by))] ?? step);
  };
  useEffect(() => {
    if (client.handle !== undefined) rememberVisit({ handle: client.handle, step });
    postToHost({ message: 'openderm_step', id: null, payload: step });
  }, [client, step, postToHost]);
  useStepHistory(step, (wanted) => {
    // What was sent for analysis cannot be taken back, and nothing is skipped by going forward.
    const isOpen = at < steps.indexOf('analysis') && steps.indexOf(wanted) < steps.indexOf('analysis');
    if (isOpen && steps.includes(wanted)) setStep(wanted);
  });
  const flow: Flow = {
    parameters,
    draft,
    setDraft(changed) {
      setTrouble(undefined);
      setDraft(changed);
    },
    client,
    postToHost,
    next: () => go(1),
    skipNext: () => go(2),
    back: () => go(-1),
    restart() {
      forgetVisit();
      location.reload();
    },
    // What was sent for analysis cannot be taken back by going back.
    canGoBack: at > 0 && at < steps.indexOf('analysis'),
  };
  const Screen = screens[step];
  return (
    <FlowContext.Provider value={flow}>
      <TroubleContext.Provider value={setTrouble}>
        <main data-step={step}>
          <Progress step={at + 1} steps={steps.length} />
          {trouble !== undefined && <TroublePanel trouble={trouble} />}
          <PhotoShelfProvider>
            <Screen key={step} />
          </PhotoShelfProvider>
        </main>
      </TroubleContext.Provider>
    </FlowContext.Provider>
  );
}

function Progress({ step, steps }: { readonly step: number; readonly steps: number }) {
  const { w } = useWords();
  return <progress class="way" max={steps} value={step} aria-label={w('page.progress', { step, steps })} />;
}
