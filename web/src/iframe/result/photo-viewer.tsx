// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useState } from 'preact/hooks';
import { useWords } from '../words/iframe-text.ts';
import { MappedPhoto } from './mapped-photo.tsx';
import { PhotoQuality } from './photo-quality.tsx';
import { toSameOrigin } from './same-origin.ts';

export interface PhotoViewerProps {
  readonly report: RawReport;
  /** The maps are of conditions: where none was asked for, none is named. */
  readonly showsMaps: boolean;
}

/** The photographs one at a time, the one that shows the surroundings last. */
export function PhotoViewer({ report, showsMaps }: PhotoViewerProps) {
  const { w } = useWords();
  const { observations } = report.result;
  const [at, setAt] = useState(0);
  const context = report.macroscopicMedia;
  const media = observations[at]?.media;
  const labels = observations.map((_, index) => w('result.photograph', { number: index + 1 }));
  const links = [...observations.map(({ media: { url } }) => url), ...(context ? [context.url] : [])];
  const names = [...labels, w('result.contextPhotograph')];
  return (
    <section class="card stack photos-shown">
      <h2>{w(links.length === 1 ? 'result.onePhotograph' : 'result.photographs')}</h2>
      {media === undefined ? (
        <div class="layers">
          <img src={toSameOrigin(links[at] ?? '')} alt={names[at] ?? ''} />
        </div>
      ) : (
        <MappedPhoto key={at} report={report} media={media} label={names[at] ?? ''} showsMaps={showsMaps} />
      )}
      {links.length > 1 && (
        <fieldset class="thumbs">
          <legend class="unseen">{w('result.photographs')}</legend>
          {links.map((url, index) => (
            <label key={names[index]}>
              <input type="radio" name="photo" checked={index === at} onChange={() => setAt(index)} />
              <img src={toSameOrigin(url)} alt={names[index] ?? ''} />
            </label>
          ))}
        </fieldset>
      )}
      {media !== undefined && <PhotoQuality media={media} />}
    </section>
  );
}
