// SPDX-License-Identifier: Apache-2.0
import type { OpenDermError } from '@openderm/sdk';
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { describeFailure } from './describe-failure.ts';
import { useRetryCountdown } from './use-retry-countdown.ts';
import type { SignIn } from './use-session.ts';

export function SignInForm({ session }: { readonly session: SignIn }) {
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<OpenDermError>();
  const waitS = useRetryCountdown(failure);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(
      await session.signIn({
        username: String(form.get('username')),
        password: String(form.get('password')),
      }),
    );
    setBusy(false);
  };
  return (
    <form class="card stack sign-in" onSubmit={submit} aria-labelledby="sign-in-heading">
      <h2 id="sign-in-heading">{t('signIn.heading')}</h2>
      <p class="soft">{t('signIn.hint')}</p>
      <div role="alert">
        {failure === undefined && session.hasExpired && <p class="note">{t('signIn.expired')}</p>}
        {failure !== undefined && <p class="note grave">{describeFailure(failure, { t })}</p>}
      </div>
      <SignInFields isWrong={failure?.code === 'ERR_BAD_CREDENTIALS'} />
      <button type="submit" class="button primary" disabled={isBusy || waitS > 0}>
        {isBusy ? t('signIn.busy') : waitS > 0 ? t('failure.wait', { count: waitS }) : t('signIn.submit')}
      </button>
      <p class="small soft">{t('signIn.kept')}</p>
    </form>
  );
}

function SignInFields({ isWrong }: { readonly isWrong: boolean }) {
  const { t } = useText();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div class="field">
        <label for="username">{t('signIn.username')}</label>
        <input
          id="username"
          name="username"
          type="text"
          inputMode="email"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          aria-invalid={isWrong}
        />
      </div>
      <div class="field">
        <label for="password">{t('signIn.password')}</label>
        <input
          id="password"
          name="password"
          {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
          autocomplete="current-password"
          required
          aria-invalid={isWrong}
        />
        <label class="row small check">
          <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
          {t('signIn.show')}
        </label>
      </div>
    </>
  );
}
