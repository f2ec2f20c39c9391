// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { AddPhotos } from '../photos/add-photos.tsx';
import { HowTo } from '../photos/how-to.tsx';
import { PhotoList } from '../photos/photo-list.tsx';
import { usePhotoShelf } from '../photos/photo-shelf-context.ts';
import { isReadable } from '../photos/shelf-photo.ts';
import { usePhotoLimits } from '../photos/use-photo-limits.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** The photographs: chosen or taken, sent at once, and judged one by one. */
export function PhotosStep() {
  const { w } = useWords();
  const shelf = usePhotoShelf();
  const most = usePhotoLimits()?.request.maxImages;
  const [leftOut, setLeftOut] = useState(0);
  const photos = shelf.list().filter(({ role }) => role === 'photograph');
  const room = most === undefined ? Number.POSITIVE_INFINITY : Math.max(0, most - photos.length);
  const add = (files: readonly Blob[]) => {
    setLeftOut(Math.max(0, files.length - room));
    shelf.add(files.slice(0, room), 'photograph');
  };
  const isReady = photos.some(isReadable) && !shelf.isBusy();
  const isPoor =
    isReady && photos.some(({ verdict }) => verdict?.kind === 'read' && !verdict.validity.isValid);
  return (
    <StepFrame heading={w('photos.heading')} isNextDisabled={!isReady}>
      {most !== undefined && <p class="soft">{w('photos.lead', { most })}</p>}
      <HowTo />
      <PhotoList kind="photograph" nameOf={(number) => w('photos.name', { number })} />
      {isPoor && <p class="small">{w('photos.anyway')}</p>}
      <div role="status">
        {leftOut > 0 && most !== undefined && <p>{w('photos.tooMany', { most, left: leftOut })}</p>}
        {room === 0 && <p class="small soft">{w('photos.full')}</p>}
      </div>
      <AddPhotos isMany={true} isFull={room === 0} isFirst={photos.length === 0} onPhotos={add} />
    </StepFrame>
  );
}
