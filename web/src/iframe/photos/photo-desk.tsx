// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useWords } from '../words/iframe-text.ts';
import { AddPhotos } from './add-photos.tsx';
import { PhotoList } from './photo-list.tsx';
import { usePhotoShelf } from './photo-shelf-context.ts';
import type { ShelfPhoto } from './shelf-photo.ts';
import type { CameraRequest } from './use-camera-request.ts';

export interface PhotoDeskProps {
  readonly kind: ShelfPhoto['role'];
  readonly most: number;
  readonly nameOf: (number: number) => string;
  readonly camera: CameraRequest;
}

/** The photographs that are there, and the ways in which more come. */
export function PhotoDesk({ kind, most, nameOf, camera }: PhotoDeskProps) {
  const { w } = useWords();
  const shelf = usePhotoShelf();
  const [leftOut, setLeftOut] = useState(0);
  const count = shelf.list().filter(({ role }) => role === kind).length;
  const room = Math.max(0, most - count);
  const add = (files: readonly Blob[]) => {
    setLeftOut(Math.max(0, files.length - room));
    shelf.add(files.slice(0, room), kind);
  };
  return (
    <>
      <PhotoList kind={kind} nameOf={nameOf} onCamera={camera.open} />
      {camera.trouble && (
        <p class="note" role="alert">
          {w(`photos.camera.trouble.${camera.trouble}`)}
        </p>
      )}
      <div role="status">
        {leftOut > 0 && <p>{w('photos.tooMany', { most, left: leftOut })}</p>}
        {room === 0 && most > 1 && <p class="small soft">{w('photos.full')}</p>}
      </div>
      {(room > 0 || most > 1) && (
        <AddPhotos
          isMany={most > 1}
          isFull={room === 0}
          isFirst={count === 0}
          onPhotos={add}
          onCamera={() => camera.open()}
        />
      )}
    </>
  );
}
