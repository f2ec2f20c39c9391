// SPDX-License-Identifier: Apache-2.0
import { kindOfTrouble } from './trouble-panel.tsx';
import { useWords } from './words/iframe-text.ts';

/** The page could not begin: why, in a sentence, and another try where one may help. */
export function StartTrouble({ trouble }: { readonly trouble: unknown }) {
  const { w } = useWords();
  return (
    <main>
      <section class="step" role="alert">
        <h1>{w('trouble.heading')}</h1>
        <p class="lead">{w(`trouble.${kindOfTrouble(trouble)}`)}</p>
        <button type="button" class="button primary" data-testid="next" onClick={() => location.reload()}>
          {w('trouble.again')}
        </button>
      </section>
    </main>
  );
}
