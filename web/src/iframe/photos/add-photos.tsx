// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { canAskForCamera } from './camera/name-camera-trouble.ts';
import { ChooseFiles } from './choose-files.tsx';

export interface AddPhotosProps {
  readonly isMany: boolean;
  readonly isFull: boolean;
  /** Nothing is there yet: then this is what the screen is about. */
  readonly isFirst: boolean;
  readonly onPhotos: (photos: readonly Blob[]) => void;
  readonly onCamera: () => void;
}

/**
 * The ways in which a photograph comes, the likeliest first: on a phone its own camera, elsewhere a file; where the host
 * asks for it, the camera inside the page.
 */
export function AddPhotos({ isMany, isFull, isFirst, onPhotos, onCamera }: AddPhotosProps) {
  const { usesOwnCamera } = useFlow().parameters;
  const { w } = useWords();
  const hasCamera = canAskForCamera();
  const isOwnFirst = usesOwnCamera && hasCamera;
  const isPhone = matchMedia('(pointer: coarse)').matches && !isOwnFirst;
  const own = hasCamera && (
    <button
      type="button"
      class={isOwnFirst && isFirst ? 'button primary' : 'button'}
      data-testid="camera"
      disabled={isFull}
      onClick={onCamera}
    >
      {w('photos.ownCamera')}
    </button>
  );
  return (
    <div class="add-photos">
      {isOwnFirst && own}
      {isPhone && (
        <ChooseFiles
          label={w('photos.phoneCamera')}
          isCamera={true}
          isPrimary={isFirst}
          isDisabled={isFull}
          onFiles={onPhotos}
        />
      )}
      <ChooseFiles
        label={w(isMany ? 'photos.choose' : 'photos.chooseOne')}
        isMany={isMany}
        isPrimary={isFirst && !isPhone && !isOwnFirst}
        isDisabled={isFull}
        testId="photos"
        onFiles={onPhotos}
      />
      {!isOwnFirst && own}
    </div>
  );
}
