// SPDX-License-Identifier: Apache-2.0
import { OpenDermError } from '@openderm/sdk';
import { kindOfTrouble } from '../trouble-panel.tsx';
import { useWords } from '../words/iframe-text.ts';

/** Codes of links that open nothing, or nothing any longer. */
const deadLinks: ReadonlySet<unknown> = new Set(['linkExpired', 'notFound', 'invalidRequest']);

/** Why the report is not shown, and what to do about it. */
export function ReopenedTrouble({ trouble }: { readonly trouble: unknown }) {
  const { w } = useWords();
  const isDead = trouble instanceof OpenDermError && deadLinks.has(trouble.details.deviceCode);
  return (
    <main data-step="reopened">
      <section class="step" role="alert">
        <h1>{w('result.reopened.heading')}</h1>
        <p class="lead">{w(isDead ? 'result.reopened.gone' : `trouble.${kindOfTrouble(trouble)}`)}</p>
      </section>
    </main>
  );
}
