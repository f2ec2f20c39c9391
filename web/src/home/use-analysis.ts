// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../answer/answer.ts';
import { readAnswer } from '../answer/read-answer.ts';
import { asOpenDermError } from './describe-failure.ts';
import type { ChosenPhoto } from './use-photos.ts';
import type { SignIn } from './use-session.ts';

export type Stage =
  | { readonly kind: 'choosing' }
  /** `share`: of the photographs sent, 0-1; undefined while they are prepared. */
  | { readonly kind: 'sending'; readonly share: number | undefined }
  | { readonly kind: 'failed'; readonly error: OpenDermError }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly json: string };

export interface Analysis {
  readonly stage: Stage;
  start(photos: readonly ChosenPhoto[]): Promise<void>;
  stop(): void;
  /** Back to choosing. */
  reset(): void;
}

/** One request from choosing to answer; an ended session leads back to the sign-in form. */
export function useAnalysis(session: SignIn): Analysis {
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  const stopping = useRef<AbortController | undefined>(undefined);
  const fail = (error: OpenDermError) => {
    if (error.code === 'ERR_UNAUTHENTICATED') session.expire();
    setStage(error.code === 'ERR_ABORTED' ? { kind: 'choosing' } : { kind: 'failed', error });
  };
  return {
    stage,
    start: async (photos) => {
      stopping.current = new AbortController();
      setStage({ kind: 'sending', share: undefined });
      try {
        const response = await session.client.diagnose(photos.map(toImage), {
          signal: stopping.current.signal,
          onUploadProgress: (share) => setStage({ kind: 'sending', share }),
        });
        setStage({ kind: 'answered', answer: readAnswer(response), json: JSON.stringify(response, null, 2) });
      } catch (error) {
        fail(asOpenDermError(error));
      }
    },
    stop: () => stopping.current?.abort(),
    reset: () => setStage({ kind: 'choosing' }),
  };
}

// The file's name stays here: it may hold a patient's name.
function toImage({ file }: ChosenPhoto) {
  return { data: file, ...(file.type === '' ? {} : { contentType: file.type }) };
}
