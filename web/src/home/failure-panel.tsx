// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { useText } from '../language/text.ts';
import { useFocusOnShow } from '../page/use-focus-on-show.ts';
import { describeFailure } from './describe-failure.ts';
import { useRetryCountdown } from './use-retry-countdown.ts';

export interface FailurePanelProps {
  readonly error: OpenDermError;
  readonly onAgain: () => void;
  readonly onChange: () => void;
}

// Sending the same thing again changes nothing for these.
const lasting: readonly string[] = ['ERR_TOO_LARGE', 'ERR_INVALID_REQUEST', 'ERR_NOT_FOUND'];

/** Why there is no answer, and what can be done. */
export function FailurePanel({ error, onAgain, onChange }: FailurePanelProps) {
  const { t } = useText();
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const isLasting = lasting.includes(error.code);
  const waitS = useRetryCountdown(isLasting ? undefined : error);
  return (
    <section class="stack card failure">
      <h1 ref={heading} tabIndex={-1}>
        {t('failure.heading')}
      </h1>
      <p class="note grave" role="alert">
        {describeFailure(error, { t })}
      </p>
      {waitS > 0 && <p class="number">{t('failure.wait', { count: waitS })}</p>}
      <div class="row">
        {!isLasting && (
          <button type="button" class="button primary" disabled={waitS > 0} onClick={onAgain}>
            {t('failure.again')}
          </button>
        )}
        <button type="button" class="button" onClick={onChange}>
          {t('failure.change')}
        </button>
      </div>
    </section>
  );
}
