// SPDX-License-Identifier: Apache-2.0
import { AnswerView } from '../answer/answer-view.tsx';
import { Choosing } from './choosing.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { SendingPanel } from './sending-panel.tsx';
import { useAnalysis } from './use-analysis.ts';
import { useLimits } from './use-limits.ts';
import { usePhotos } from './use-photos.ts';
import type { SignIn } from './use-session.ts';

/** The place to try it: choose, send, read the answer. */
export function Workspace({ session }: { readonly session: SignIn }) {
  const limits = useLimits(session.client);
  const photos = usePhotos(limits);
  const analysis = useAnalysis(session);
  const start = () => analysis.start(photos.chosen);
  const startOver = () => {
    photos.clear();
    analysis.reset();
  };
  const { stage } = analysis;
  if (stage.kind === 'answered') {
    const urls = photos.chosen.map(({ url }) => url);
    return (
      <AnswerView
        answer={stage.answer}
        json={stage.json}
        photoUrls={urls}
        warnBelowPercent={limits?.warnBelowPercent}
        onAgain={startOver}
      />
    );
  }
  return (
    <div class="width workspace">
      {stage.kind === 'choosing' && <Choosing photos={photos} limits={limits} onStart={start} />}
      {stage.kind === 'sending' && (
        <SendingPanel photos={photos.chosen} share={stage.share} onStop={analysis.stop} />
      )}
      {stage.kind === 'failed' && (
        <FailurePanel error={stage.error} onAgain={start} onChange={analysis.reset} />
      )}
    </div>
  );
}
