// SPDX-License-Identifier: Apache-2.0
import { useFocusHere } from '../page/use-focus-here.ts';
import { useAdminText } from './admin-words.ts';

export interface SureProps {
  readonly question: string;
  readonly yes: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** What cannot be taken back is asked twice. */
export function Sure({ question, yes, isBusy, onYes, onNo }: SureProps) {
  const a = useAdminText();
  const asked = useFocusHere<HTMLParagraphElement>();
  return (
    <div class="row">
      <p ref={asked} tabIndex={-1} class="entry-name">
        {question}
      </p>
      <button type="button" class="button small" disabled={isBusy} onClick={onYes}>
        {yes}
      </button>
      <button type="button" class="button small" onClick={onNo}>
        {a('keys.revokeNo')}
      </button>
    </div>
  );
}
