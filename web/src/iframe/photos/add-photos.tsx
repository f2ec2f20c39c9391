// SPDX-License-Identifier: Apache-2.0
import { useWords } from '../words/iframe-text.ts';
import { ChooseFiles } from './choose-files.tsx';

export interface AddPhotosProps {
  readonly isMany: boolean;
  readonly isFull: boolean;
  /** Nothing is there yet: then this is what the screen is about. */
  readonly isFirst: boolean;
  readonly onPhotos: (photos: readonly Blob[]) => void;
}

/** The ways in which a photograph comes: files, the phone's own camera, the camera inside the page. */
export function AddPhotos({ isMany, isFull, isFirst, onPhotos }: AddPhotosProps) {
  const { w } = useWords();
  return (
    <div class="add-photos">
      <ChooseFiles
        label={w(isMany ? 'photos.choose' : 'photos.chooseOne')}
        isMany={isMany}
        isPrimary={isFirst}
        isDisabled={isFull}
        testId="photos"
        onFiles={onPhotos}
      />
    </div>
  );
}
