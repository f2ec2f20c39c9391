// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Notice } from './collect-notices.ts';

export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useText();
  if (notices.length === 0) return null;
  return (
    <ul class="stack notices">
      {notices.map(({ kind, isGrave }) => (
        <li key={kind} class={isGrave ? 'note grave' : 'note'}>
          <strong>{t(`warning.${kind}`)}</strong>
          {t(`warning.${kind}More`)}
        </li>
      ))}
    </ul>
  );
}
