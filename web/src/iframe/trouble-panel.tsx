// SPDX-License-Identifier: Apache-2.0
import { OpenDermError } from '@openderm/sdk';
import { useFlow } from './flow-context.ts';
import { useWords } from './words/iframe-text.ts';

/** What went wrong, in a sentence, and what the person can do. */
export function TroublePanel({ trouble }: { readonly trouble: unknown }) {
  const { w } = useWords();
  const { restart } = useFlow();
  const kind = kindOfTrouble(trouble);
  return (
    <div class="trouble" role="alert">
      <p>{w(`trouble.${kind}`)}</p>
      {kind === 'expired' && (
        <button type="button" class="button" onClick={restart}>
          {w('trouble.restart')}
        </button>
      )}
    </div>
  );
}

/** Which of the sentences tells what went wrong. */
export function kindOfTrouble(trouble: unknown): 'network' | 'expired' | 'other' {
  if (!(trouble instanceof OpenDermError)) return 'other';
  if (trouble.details.deviceCode === 'draftGone') return 'expired';
  return trouble.code === 'ERR_NETWORK' ? 'network' : 'other';
}
