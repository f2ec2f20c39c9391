// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import { SignInForm } from './sign-in-form.tsx';
import type { SignIn } from './use-session.ts';

/** What OpenDerm is and is not, beside the form to try it. */
export function Intro({ session }: { readonly session: SignIn }) {
  const { t } = useText();
  return (
    <div class="width intro">
      <section class="stack intro-words">
        <h1>{t('intro.heading')}</h1>
        <p class="lead">{t('intro.lead')}</p>
        <p class="note">
          <strong>{t('intro.support')}</strong>
          {t('intro.supportMore')}
        </p>
      </section>
      <SignInForm session={session} />
      <Facts />
    </div>
  );
}

function Facts() {
  const { t } = useText();
  return (
    <div class="facts">
      <section>
        <h2>{t('intro.whatHeading')}</h2>
        <p>{t('intro.what')}</p>
      </section>
      <section>
        <h2>{t('intro.notHeading')}</h2>
        <p>{t('intro.not')}</p>
      </section>
      <section>
        <h2>{t('intro.privacyHeading')}</h2>
        <p>{t('intro.privacy')}</p>
      </section>
    </div>
  );
}
