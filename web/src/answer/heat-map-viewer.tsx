// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { PhotoPreview } from '../page/photo-preview.tsx';
import type { Entry, PhotoReading } from './answer.ts';

export const viewerHeadingId = 'viewer-heading';

export interface HeatMapViewerProps {
  readonly photo: PhotoReading;
  readonly photoUrl: string;
  readonly heatMapRank: number | undefined;
  readonly onHeatMap: (rank: number | undefined) => void;
}

/** The photograph, and over it where the model looked for one of the first five conditions. */
export function HeatMapViewer({ photo, photoUrl, heatMapRank, onHeatMap }: HeatMapViewerProps) {
  const { t } = useText();
  const [opacityPercent, setOpacityPercent] = useState(75);
  const mapped = photo.entries.filter(({ heatMap }) => heatMap !== null);
  const chosen = mapped.find(({ rank }) => rank === heatMapRank);
  return (
    <section class="card stack viewer" aria-labelledby={viewerHeadingId}>
      <h2 id={viewerHeadingId}>{t('heatMap.heading')}</h2>
      <div class="canvas">
        <div class="layers" style={frameOf(photo)}>
          <PhotoPreview source={photoUrl} label={t('heatMap.photo')} />
          {chosen?.heatMap && (
            <img
              class="overlay"
              src={chosen.heatMap.source}
              alt={t('heatMap.overlay', { name: chosen.name })}
              style={{ opacity: String(opacityPercent / 100) }}
            />
          )}
        </div>
      </div>
      {mapped.length === 0 && <p class="soft">{t('heatMap.missing')}</p>}
      {mapped.length > 0 && <HeatMapChoice entries={mapped} rank={chosen?.rank} onHeatMap={onHeatMap} />}
      {chosen !== undefined && <OpacitySlider value={opacityPercent} onValue={setOpacityPercent} />}
      {mapped.length > 0 && <p class="small soft">{t('heatMap.help')}</p>}
    </section>
  );
}

interface HeatMapChoiceProps {
  readonly entries: readonly Entry[];
  readonly rank: number | undefined;
  readonly onHeatMap: (rank: number | undefined) => void;
}

function HeatMapChoice({ entries, rank, onHeatMap }: HeatMapChoiceProps) {
  const { t } = useText();
  const options = [{ rank: undefined, name: t('heatMap.off') }, ...entries];
  return (
    <fieldset class="choice">
      <legend class="small">{t('heatMap.which')}</legend>
      {options.map((option) => (
        <label key={option.rank ?? 0}>
          <input
            type="radio"
            name="heat-map"
            checked={option.rank === rank}
            onChange={() => onHeatMap(option.rank)}
          />
          <span>
            {option.rank !== undefined && <b class="number">{option.rank}</b>} {option.name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function OpacitySlider({
  value,
  onValue,
}: {
  readonly value: number;
  readonly onValue: (value: number) => void;
}) {
  const { t } = useText();
  return (
    <label class="slider small">
      {t('heatMap.opacity')}
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={value}
        aria-valuetext={`${value} %`}
        onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

// As wide as the card or as tall as a comfortable screen, whichever comes first; known before the picture is drawn.
function frameOf({ widthPx, heightPx }: PhotoReading) {
  const ratio = widthPx / heightPx;
  return { aspectRatio: String(ratio), width: `min(100%, ${34 * ratio}rem)` };
}
