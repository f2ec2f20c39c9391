// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../words/iframe-text.ts';
import { PhotoCard } from './photo-card.tsx';
import { usePhotoShelf } from './photo-shelf-context.ts';
import type { ShelfPhoto } from './shelf-photo.ts';

export interface PhotoListProps {
  readonly kind: ShelfPhoto['role'];
  readonly nameOf: (number: number) => string;
  /** Opens the camera inside the page to take one again. */
  readonly onCamera: (replacedId: string) => void;
}

/** The photographs in their order, which can be changed, and each with what can be done with it. */
export function PhotoList({ kind, nameOf, onCamera }: PhotoListProps) {
  const { w } = useWords();
  const shelf = usePhotoShelf();
  const [told, setTold] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const photos = shelf.list().filter((photo) => photo.role === kind);
  const remove = ({ id }: ShelfPhoto, name: string) => {
    shelf.remove(id);
    setTold(w('photos.state.removed', { name }));
    // Its button is gone: the focus stays near, not at the top of the page.
    list.current?.focus();
  };
  const retake = ({ id }: ShelfPhoto, files: readonly File[]) => {
    shelf.add(files.slice(0, 1), kind, id);
    // Its card is another one now.
    list.current?.focus();
  };
  const move = ({ id }: ShelfPhoto, index: number, by: -1 | 1) => {
    shelf.move(id, by);
    setTold(w('photos.state.moved', { name: nameOf(index + 1), number: index + 1 + by }));
  };
  return (
    <>
      <ul class="photo-list" ref={list} tabIndex={-1} aria-label={w('photos.list')}>
        {photos.map((photo, index) => (
          <PhotoCard
            key={photo.id}
            photo={photo}
            name={nameOf(index + 1)}
            isFirst={index === 0}
            isLast={index === photos.length - 1}
            onRemove={() => remove(photo, nameOf(index + 1))}
            onRetry={() => shelf.retry(photo.id)}
            onCamera={() => onCamera(photo.id)}
            onRetake={(files) => retake(photo, files)}
            {...(kind === 'photograph' ? { onMove: (by: -1 | 1) => move(photo, index, by) } : {})}
          />
        ))}
      </ul>
      <p class="unseen" role="status">
        {told}
      </p>
    </>
  );
}
