// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import { PhotoPreview } from '../page/photo-preview.tsx';
import type { Answer } from './answer.ts';
import type { View } from './collect-notices.ts';
import { HeatMapViewer } from './heat-map-viewer.tsx';
import { QualityPanel } from './quality-panel.tsx';

export interface PhotoPanelProps {
  readonly answer: Answer;
  readonly view: View;
  readonly photoUrls: readonly string[];
  readonly heatMapRank: number | undefined;
  readonly onHeatMap: (rank: number | undefined) => void;
  readonly onView: (view: View) => void;
}

/** The photograph looked at with its heat map and quality, or all of them side by side. */
export function PhotoPanel({ answer, view, photoUrls, heatMapRank, onHeatMap, onView }: PhotoPanelProps) {
  const photo = view === 'together' ? undefined : answer.photos[view];
  if (view === 'together' || photo === undefined) return <Contacts {...{ answer, photoUrls, onView }} />;
  return (
    <>
      <HeatMapViewer key={view} photoUrl={photoUrls[view] ?? ''} {...{ photo, heatMapRank, onHeatMap }} />
      <QualityPanel validity={photo.validity} />
    </>
  );
}

function Contacts({ answer, photoUrls, onView }: Pick<PhotoPanelProps, 'answer' | 'photoUrls' | 'onView'>) {
  const { t } = useText();
  return (
    <ul class="contacts">
      {answer.photos.map((photo, index) => (
        <li key={photoUrls[index]}>
          <button type="button" onClick={() => onView(index)}>
            <PhotoPreview source={photoUrls[index] ?? ''} label="" />
            <span class="row">
              {t('answer.photo', { number: index + 1 })}
              <span class={photo.validity.isValid ? 'chip' : 'chip unusable'}>
                {photo.validity.isValid ? t(`quality.bands.${photo.validity.band}`) : t('answer.unusable')}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
