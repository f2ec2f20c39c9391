// SPDX-License-Identifier: Apache-2.0
import type { SignIn } from '../home/use-session.ts';
import { useText } from '../language/text.ts';
import { Brand } from './brand.tsx';
import { DeviceStatus } from './device-status.tsx';

export function PageHeader({ session }: { readonly session: SignIn }) {
  const { t } = useText();
  return (
    <header class="page-header">
      <div class="width row">
        <Brand label={t('page.home')} />
        <nav class="row page-nav" aria-label={t('page.main')}>
          <DeviceStatus />
          <a href="/docs/scores">{t('page.scores')}</a>
          <a href="/docs">{t('page.docsShort')}</a>
          {session.isSignedIn && (
            <button type="button" class="button small" onClick={session.signOut}>
              {t('signIn.signOut')}
            </button>
          )}
        </nav>
      </div>
    </header>
  );
}
