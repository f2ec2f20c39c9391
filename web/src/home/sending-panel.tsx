// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import { PhotoPreview } from '../page/photo-preview.tsx';
import { useFocusOnShow } from '../page/use-focus-on-show.ts';
import type { ChosenPhoto } from './use-photos.ts';

export interface SendingPanelProps {
  readonly photos: readonly ChosenPhoto[];
  /** Sent so far, 0-1. */
  readonly share: number | undefined;
  readonly onStop: () => void;
}

/** How far the request is: preparing, sending, being read. */
export function SendingPanel({ photos, share, onStop }: SendingPanelProps) {
  const { t } = useText();
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const isReading = share === 1;
  return (
    <section class="stack sending card">
      <h1 ref={heading} tabIndex={-1}>
        {t('sending.heading')}
      </h1>
      <ul class="photo-strip" aria-hidden="true">
        {photos.map((photo) => (
          <li key={photo.id}>
            <PhotoPreview source={photo.url} label="" />
          </li>
        ))}
      </ul>
      <p role="status">{isReading ? t('sending.reading') : describeShare(share, t)}</p>
      <progress
        aria-label={t('sending.heading')}
        {...(share === undefined || isReading ? {} : { value: share })}
      />
      <button type="button" class="button" onClick={onStop}>
        {t('sending.stop')}
      </button>
    </section>
  );
}

function describeShare(share: number | undefined, t: ReturnType<typeof useText>['t']): string {
  if (share === undefined) return t('sending.preparing');
  return t('sending.uploading', { percent: Math.round(share * 100) });
}
