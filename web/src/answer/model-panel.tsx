// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Answer, ModelCredit } from './answer.ts';

/** Which models answered, in which version, and on what terms. */
export function ModelPanel({ answer }: { readonly answer: Answer }) {
  const { t } = useText();
  return (
    <section class="card stack models" aria-labelledby="models-heading">
      <h2 id="models-heading">{t('models.heading')}</h2>
      <p class="soft">{t('models.lead')}</p>
      <ul class="model-list">
        {answer.models.map((model) => (
          <ModelCard key={`${model.name}@${model.version}`} model={model} />
        ))}
      </ul>
      {answer.warnings.includes('nonCommercialModel') && (
        <p class="note">
          <strong>{t('models.restricted')}</strong>
          {t('models.restrictedMore')}
        </p>
      )}
      <p class="small soft">{t('models.catalogue', { version: answer.catalogueVersion })}</p>
    </section>
  );
}

function ModelCard({ model }: { readonly model: ModelCredit }) {
  const { t } = useText();
  return (
    <li>
      <p class="small soft">{t(`models.tasks.${model.task}`)}</p>
      <h3>
        {model.name} <span class="soft number">{model.version}</span>
      </h3>
      <p class="row">
        <span class="chip">{model.licenceId}</span>
        <span class={model.allowsCommercialUse ? 'chip' : 'chip restricted'}>
          {model.allowsCommercialUse ? t('models.commercial') : t('models.nonCommercial')}
        </span>
      </p>
      <p class="small soft">{model.licenceNote}</p>
    </li>
  );
}
