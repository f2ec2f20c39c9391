// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Validity } from './answer.ts';

/** Whether the photograph can be judged, and how to take a better one. */
export function QualityPanel({ validity }: { readonly validity: Validity }) {
  const { t } = useText();
  return (
    <section class="card stack quality" aria-labelledby="quality-heading">
      <h2 id="quality-heading">{t('quality.heading')}</h2>
      <QualityScale validity={validity} />
      <QualityFacts validity={validity} />
      {validity.reasons.length > 0 && (
        <div class="stack advice">
          <h3>{validity.isValid ? t('quality.notice') : t('quality.retake')}</h3>
          <ul class="stack">
            {validity.reasons.map((reason) => (
              <li key={reason}>{t(`quality.reasons.${reason}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function QualityScale({ validity }: { readonly validity: Validity }) {
  const { t } = useText();
  return (
    <div class={validity.isAcceptable ? 'scale' : 'scale unacceptable'}>
      <p class="row">
        <strong>{t(`quality.bands.${validity.band}`)}</strong>
        <span class="number soft">{t('quality.score', { score: validity.score })}</span>
        <span class={validity.isAcceptable ? 'chip' : 'chip unusable'}>
          {validity.isAcceptable ? t('quality.acceptable') : t('quality.unacceptable')}
        </span>
      </p>
      <div class="scale-track" aria-hidden="true">
        <span class="scale-mark" style={{ left: `${validity.score}%` }} />
      </div>
    </div>
  );
}

function QualityFacts({ validity }: { readonly validity: Validity }) {
  const { t, percent } = useText();
  return (
    <dl class="facts-list">
      <div>
        <dt>{t('quality.skin')}</dt>
        <dd>
          {validity.isSkin ? t('quality.yes') : t('quality.no')}{' '}
          <span class="soft number">{percent(validity.skinPercent)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('quality.modality')}</dt>
        <dd>
          {t(`quality.modalities.${validity.modality}`)}{' '}
          {validity.modalityPercent !== null && (
            <span class="soft number">{percent(validity.modalityPercent)}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
