// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import { describeFailure } from '../home/describe-failure.ts';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';

/** Why something was not granted; always there, so that it is read out when it fills. */
export function WishFailure({ failure }: { readonly failure: OpenDermError | undefined }) {
  const { t } = useText();
  return <div role="alert">{failure && <p class="note grave">{inWords(failure, t)}</p>}</div>;
}

/** The sentence of the first field at fault; everything else as on the other pages. */
function inWords(failure: OpenDermError, t: ReturnType<typeof useText>['t']): string {
  const field = failure.details.fields?.[0];
  if (failure.code === 'ERR_INVALID_REQUEST' && field !== undefined) return plain(field.msg);
  return describeFailure(failure, { t });
}

/** The form of the API's messages says nothing here. */
export function plain(message: string): string {
  return message.replace(/^Value error, /, '');
}

export interface WaitingProps {
  readonly failure: OpenDermError | undefined;
  readonly onAgain: () => void;
}

/** In the place of what has not come yet, or does not come. */
export function Waiting({ failure, onAgain }: WaitingProps) {
  const a = useAdminText();
  if (failure === undefined) return <p class="soft">{a('loading')}</p>;
  if (failure.code === 'ERR_FORBIDDEN')
    return (
      <p class="note grave" role="alert">
        <strong>{a('forbidden')}</strong>
        {a('forbiddenMore')}
      </p>
    );
  if (failure.code === 'ERR_NOT_FOUND')
    return (
      <p class="note grave" role="alert">
        {a('notFound')}
      </p>
    );
  return (
    <>
      <WishFailure failure={failure} />
      <button type="button" class="button" onClick={onAgain}>
        {a('again')}
      </button>
    </>
  );
}
