// SPDX-License-Identifier: Apache-2.0
import type { MediaValidity } from '@openderm/contract';
import { type IframeKey, useWords } from '../words/iframe-text.ts';
import type { ShelfPhoto } from './shelf-photo.ts';

const faults = ['unsupportedImage', 'damagedImage', 'imageTooManyPixels', 'imageTooLarge', 'heic'] as const;

/** How far a photograph is, and once that is known, whether it helps, why not, and how to take it better. */
export function PhotoVerdict({ photo }: { readonly photo: ShelfPhoto }) {
  const { w } = useWords();
  const { verdict, state, fault } = photo;
  if (state === 'unusable') return <Unreadable code={fault} />;
  if (verdict?.kind === 'unreadable') return <Unreadable code={verdict.code} />;
  if (verdict?.kind === 'read')
    return photo.role === 'context' ? <Good word="received" /> : <Judged validity={verdict.validity} />;
  if (state === 'stopped' || state === 'lost') return <p class="verdict bad">{w(`photos.state.${state}`)}</p>;
  return <Sending photo={photo} />;
}

function Good({ word = 'good' }: { readonly word?: 'good' | 'received' }) {
  const { w } = useWords();
  return <p class="verdict good">{w(`photos.state.${word}`)}</p>;
}

function Judged({ validity: { isValid, reasons } }: { readonly validity: MediaValidity }) {
  const { w } = useWords();
  if (isValid && reasons.length === 0) return <Good />;
  return (
    <>
      <p class={isValid ? 'verdict good' : 'verdict bad'}>{w(`photos.state.${isValid ? 'good' : 'poor'}`)}</p>
      <Reasons reasons={reasons} />
    </>
  );
}

/** Two at most: whoever has to change everything changes nothing. Our own convention. */
const mostReasons = 2;

function Reasons({ reasons }: Pick<MediaValidity, 'reasons'>) {
  const { w } = useWords();
  return (
    <ul class="reasons">
      {reasons.slice(0, mostReasons).map((reason) => (
        <li key={reason}>{w(`photos.reasons.${reason}`)}</li>
      ))}
    </ul>
  );
}

function Unreadable({ code }: { readonly code: string | null }) {
  const { w } = useWords();
  const key: IframeKey = `photos.faults.${faults.find((each) => each === code) ?? 'other'}`;
  return (
    <>
      <p class="verdict bad">{w('photos.state.unreadable')}</p>
      <p class="small">{w(key)}</p>
    </>
  );
}

function Sending({ photo: { state, sentShare, early } }: { readonly photo: ShelfPhoto }) {
  const { w } = useWords();
  const isReading = state === 'sending' && sentShare === 1;
  const words = w(
    `photos.state.${isReading ? 'reading' : (state as 'preparing' | 'queued' | 'sending' | 'waiting')}`,
  );
  return (
    <>
      <p class="verdict">{words}</p>
      <progress class="sent" max={1} value={sentShare} aria-label={words} />
      {early !== null && early.reasons.length > 0 && (
        <div class="early small">
          <p class="soft">{w('photos.early')}</p>
          <Reasons reasons={early.reasons} />
        </div>
      )}
    </>
  );
}
