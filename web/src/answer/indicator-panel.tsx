// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { IndicatorName, Reading } from './answer.ts';
import { ShareBar } from './share-bar.tsx';

export interface IndicatorPanelProps {
  readonly reading: Reading;
  /** The photographs say too little: low values must not be read as safe. */
  readonly isDoubtful: boolean;
}

const names: readonly IndicatorName[] = [
  'malignancy',
  'urgentReferral',
  'highPriorityReferral',
  'pigmentedLesion',
  'hasCondition',
];

/** The risk indicators, in one colour at every height: no value here is good news. */
export function IndicatorPanel({ reading, isDoubtful }: IndicatorPanelProps) {
  const { t } = useText();
  return (
    <section
      class={isDoubtful ? 'card stack indicators doubtful' : 'card stack indicators'}
      aria-labelledby="indicators-heading"
    >
      <h2 id="indicators-heading">{t('indicators.heading')}</h2>
      {isDoubtful ? (
        <p class="note grave">{t('indicators.withheld')}</p>
      ) : (
        <p class="never">{t('indicators.never')}</p>
      )}
      <dl class="indicator-list">
        {names.map((name) => (
          <Indicator
            key={name}
            name={name}
            percent={reading.indicatorPercents[name]}
            isDoubtful={isDoubtful}
          />
        ))}
      </dl>
      <p class="small soft">
        {t('indicators.lead')} {t('indicators.unsigned')}
      </p>
    </section>
  );
}

interface IndicatorProps {
  readonly name: IndicatorName;
  readonly percent: number;
  readonly isDoubtful: boolean;
}

function Indicator({ name, percent: value, isDoubtful }: IndicatorProps) {
  const { t, percent } = useText();
  const more =
    name === 'urgentReferral' || name === 'highPriorityReferral' ? t(`indicators.${name}More`) : undefined;
  return (
    <div class="indicator">
      <dt>
        {t(`indicators.${name}`)}
        {more !== undefined && <span class="small soft"> {more}</span>}
      </dt>
      <dd>
        <span class="number">{percent(value)}</span>
        <ShareBar percent={value} isFaint={isDoubtful} />
      </dd>
    </div>
  );
}
