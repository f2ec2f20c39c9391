// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Reading } from './answer.ts';

/** How much of the answer the picture carries, how spread it is, and how the model did in its own validation. */
export function CertaintyPanel({ reading }: { readonly reading: Reading }) {
  const { t, percent } = useText();
  const show = (value: number | null | undefined) =>
    value == null ? t('certainty.unknown') : percent(value);
  const facts = [
    { key: 'imageEvidence', more: 'imageEvidenceMore', value: reading.imageEvidencePercent },
    { key: 'entropy', more: 'entropyMore', value: reading.entropyPercent },
    { key: 'sensitivity', more: 'performanceMore', value: reading.sensitivityPercent },
    { key: 'specificity', more: 'performanceMore', value: reading.specificityPercent },
  ] as const;
  return (
    <section class="card stack certainty" aria-labelledby="certainty-heading">
      <h2 id="certainty-heading">{t('certainty.heading')}</h2>
      <dl class="facts-list">
        {facts
          .filter(({ value }) => value !== undefined)
          .map(({ key, more, value }) => (
            <div key={key}>
              <dt>
                {t(`certainty.${key}`)}
                <span class="small soft"> {t(`certainty.${more}`)}</span>
              </dt>
              <dd class="number">{show(value)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
