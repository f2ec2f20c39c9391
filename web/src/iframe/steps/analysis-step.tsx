// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { useTrouble } from '../trouble-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** Between two questions how far it is. Our own convention: often enough to look alive. */
const askEveryMs = 500;

/** Begins the analysis, tells how far it is, and tells the host when the report is ready. */
export function AnalysisStep() {
  const { client, draft, setDraft, postToHost, next } = useFlow();
  const { w } = useWords();
  const report = useTrouble();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const follow = async () => {
      let current = await client.analyse({ signal: abort.signal });
      while (current.analysis.state === 'running') {
        setDraft(current);
        await new Promise((resolve) => setTimeout(resolve, askEveryMs));
        current = await client.read({ signal: abort.signal });
      }
      setDraft(current);
      if (current.reportId === null) return;
      postToHost({ message: 'analysis_completed', id: current.reportId, payload: null });
      next();
    };
    follow().catch((error: unknown) => {
      if (!abort.signal.aborted) report(error);
    });
    return () => abort.abort();
  }, [attempt]);
  const { state, readPhotos, photos } = draft.analysis;
  const again = () => setAttempt(attempt + 1);
  const isFailed = state === 'failed';
  return (
    <StepFrame
      heading={w('analysis.heading')}
      nextLabel={isFailed ? w('analysis.again') : null}
      onNext={again}
    >
      {isFailed ? (
        <p role="alert">{w('analysis.failed')}</p>
      ) : (
        <div class="reading" role="status">
          <progress max={Math.max(1, photos)} value={readPhotos} aria-label={w('analysis.heading')} />
          <p class="soft">{w('analysis.progress', { read: readPhotos, photos })}</p>
        </div>
      )}
    </StepFrame>
  );
}
