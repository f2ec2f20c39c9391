// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useState } from 'preact/hooks';
import { useWords } from '../words/iframe-text.ts';
import { toSameOrigin } from './same-origin.ts';

/** The photographs, and over each where the classifier looked; the slider uncovers as much of the map as wanted. */
export function PhotoViewer({ report }: { readonly report: RawReport }) {
  const { w } = useWords();
  const { observations } = report.result;
  const [at, setAt] = useState(0);
  const media = observations[at]?.media;
  if (media === undefined) return null;
  return (
    <section class="card stack">
      <h2>{w('result.photographs')}</h2>
      <MappedPhoto key={media.url} report={report} at={at} />
      {observations.length > 1 && (
        <fieldset class="thumbs">
          <legend class="unseen">{w('result.photographs')}</legend>
          {observations.map(({ media: { url } }, index) => (
            <label key={url}>
              <input type="radio" name="photo" checked={index === at} onChange={() => setAt(index)} />
              <img src={toSameOrigin(url)} alt={w('result.photograph', { number: index + 1 })} />
            </label>
          ))}
        </fieldset>
      )}
      <Quality media={media} />
    </section>
  );
}

interface MappedPhotoProps {
  readonly report: RawReport;
  readonly at: number;
}

function MappedPhoto({ report: { result }, at }: MappedPhotoProps) {
  const { w } = useWords();
  const [chosen, setChosen] = useState(0);
  const [shownPercent, setShownPercent] = useState(60);
  const media = result.observations[at]?.media;
  const map = media?.heatMaps[chosen];
  if (media === undefined) return null;
  const nameOf = (code: string) =>
    result.conclusions.find(({ pathology }) => pathology.code === code)?.pathology.name ?? code;
  return (
    <>
      <div class="layers">
        <img src={toSameOrigin(media.url)} alt={w('result.photograph', { number: at + 1 })} />
        {map && (
          <img
            class="overlay"
            src={toSameOrigin(map.url)}
            alt={w('result.map', { name: nameOf(map.condition) })}
            style={{ opacity: String(shownPercent / 100) }}
          />
        )}
      </div>
      {map && (
        <>
          <label class="slider small">
            {w('result.mapStrength')}
            <input
              type="range"
              min="0"
              max="100"
              step="5"
              value={shownPercent}
              aria-valuetext={`${shownPercent} %`}
              onInput={(event) => setShownPercent(event.currentTarget.valueAsNumber)}
            />
          </label>
          <label class="small maps">
            {w('result.mapOf')}
            <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {media.heatMaps.map(({ condition }, index) => (
                <option key={condition} value={index}>
                  {nameOf(condition)}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </>
  );
}

type Media = RawReport['result']['observations'][number]['media'];

function Quality({ media: { diqaScore, isValid, reasons, modality } }: { readonly media: Media }) {
  const { w, number } = useWords();
  const kind = modality === 'Clinical' || modality === 'Dermoscopic' ? modality : 'None';
  return (
    <p class="small soft">
      {w(`result.modality.${kind}`)}
      {diqaScore !== null && ` · ${w('result.quality', { score: number(diqaScore) })}`}
      {` · ${w(isValid ? 'result.usable' : 'result.unusable')}`}
      {reasons.length > 0 &&
        `: ${reasons.map((reason) => w(`result.reason.${toReason(reason)}`)).join(', ')}`}
    </p>
  );
}

const reasonNames = [
  'blur',
  'tooDark',
  'tooBright',
  'lowContrast',
  'lowResolution',
  'glare',
  'noise',
  'compression',
  'notSkin',
] as const;

/** A reason that this page does not know yet is at least said to be one. */
function toReason(reason: string): (typeof reasonNames)[number] | 'other' {
  return reasonNames.find((each) => each === reason) ?? 'other';
}
