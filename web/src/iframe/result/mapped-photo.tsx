// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useState } from 'preact/hooks';
import { useWords } from '../words/iframe-text.ts';
import { toSameOrigin } from './same-origin.ts';

export interface MappedPhotoProps {
  readonly report: RawReport;
  readonly media: RawReport['result']['observations'][number]['media'];
  readonly label: string;
  readonly showsMaps: boolean;
}

/** Enough to see the map, and the skin through it. Our own convention. */
const strengthAtFirst = 50;

/** A photograph, and over it where the classifier looked; the slider uncovers as much of the map as wanted. */
export function MappedPhoto({ report, media, label, showsMaps }: MappedPhotoProps) {
  const { w } = useWords();
  const [chosen, setChosen] = useState(0);
  const [strength, setStrength] = useState(strengthAtFirst);
  const maps = showsMaps ? media.heatMaps : [];
  const map = maps[chosen];
  const nameOf = (code: string) =>
    report.result.conclusions.find(({ pathology }) => pathology.code === code)?.pathology.name ?? code;
  return (
    <>
      <div class="layers">
        <img src={toSameOrigin(media.url)} alt={label} />
        {map && (
          <img
            class="overlay"
            src={toSameOrigin(map.url)}
            alt={w('result.map', { name: nameOf(map.condition) })}
            style={{ opacity: String(strength / 100) }}
          />
        )}
      </div>
      {map && (
        <div class="map-controls small">
          <StrengthSlider strength={strength} onStrength={setStrength} />
          <label class="maps">
            {w('result.mapOf')}
            <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {maps.map(({ condition }, index) => (
                <option key={condition} value={index}>
                  {nameOf(condition)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </>
  );
}

interface StrengthSliderProps {
  readonly strength: number;
  readonly onStrength: (strength: number) => void;
}

function StrengthSlider({ strength, onStrength }: StrengthSliderProps) {
  const { w, number } = useWords();
  const text = strength === 0 ? w('result.mapOff') : `${number(strength)} %`;
  return (
    <label class="slider">
      <span class="slider-head">
        <span>{w('result.mapStrength')}</span>
        <output class="number">{text}</output>
      </span>
      <input
        class="scale"
        style={{ '--share': `${strength}%` }}
        type="range"
        min="0"
        max="100"
        step="5"
        value={strength}
        aria-label={w('result.mapStrength')}
        aria-valuetext={text}
        onInput={(event) => onStrength(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
