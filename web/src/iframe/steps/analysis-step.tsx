// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { fetchQuestions } from '../questions/fetch-questions.ts';
import { useTrouble } from '../trouble-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { followAnalysis } from './follow-analysis.ts';
import { StepFrame } from './step-frame.tsx';

/** Begins the analysis, tells how far it is, and tells the host when the report is ready. */
export function AnalysisStep() {
  const { client, draft, setDraft, postToHost, next, skipNext } = useFlow();
  const { w } = useWords();
  const onTrouble = useTrouble();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    followAnalysis(client, { onDraft: setDraft, onTrouble, signal: abort.signal })
      .then(async ({ reportId }) => {
        if (reportId === null) return;
        // Here and nowhere else: a host acts on it, and whoever leaves at the questions has a report too.
        postToHost({ message: 'analysis_completed', id: reportId, payload: null });
        const { signal } = abort;
        // What fails for good is told by the step itself, and can be passed there.
        const asked = await fetchQuestions(client, { onTrouble, signal }).catch(() => undefined);
        if (!signal.aborted) (asked?.length === 0 ? skipNext : next)();
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) onTrouble(error);
      });
    return () => abort.abort();
  }, [attempt]);
  const { state, readPhotos, photos } = draft.analysis;
  const isFailed = state === 'failed';
  return (
    <StepFrame
      heading={w('analysis.heading')}
      nextLabel={isFailed ? w('analysis.again') : null}
      onNext={() => setAttempt(attempt + 1)}
    >
      {isFailed ? (
        <p role="alert">{w('analysis.failed')}</p>
      ) : (
        <div class="reading" role="status">
          <progress max={Math.max(1, photos)} value={readPhotos} aria-label={w('analysis.heading')} />
          {photos > 0 && <p class="soft">{w('analysis.progress', { read: readPhotos, photos })}</p>}
        </div>
      )}
    </StepFrame>
  );
}
