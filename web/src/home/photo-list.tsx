// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import { PhotoPreview } from '../page/photo-preview.tsx';
import type { Photos } from './use-photos.ts';

/** The chosen photographs, each with its size and a way to take it out again. */
export function PhotoList({ photos }: { readonly photos: Photos }) {
  const { t, size } = useText();
  if (photos.chosen.length === 0) return null;
  return (
    <ul class="photo-list" aria-label={t('choose.list')}>
      {photos.chosen.map((photo) => (
        <li key={photo.id}>
          <PhotoPreview source={photo.url} label={photo.file.name} />
          <span class="photo-name small">{photo.file.name}</span>
          <span class="small soft number">{size(photo.file.size)}</span>
          <button
            type="button"
            class="remove"
            aria-label={t('choose.remove', { name: photo.file.name })}
            onClick={() => photos.remove(photo)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
