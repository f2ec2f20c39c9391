// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { CameraTrouble } from './camera/name-camera-trouble.ts';
import { usePhotoShelf } from './photo-shelf-context.ts';
import type { ShelfPhoto } from './shelf-photo.ts';

/** Whether the camera is wanted, and for what. */
export interface CameraRequest {
  readonly isOpen: boolean;
  /** @param replacedId the photograph that is taken again */
  open(replacedId?: string): void;
  use(photo: Blob): void;
  close(): void;
  /** Closes it and keeps why: files can be chosen instead. */
  fail(trouble: CameraTrouble): void;
  readonly trouble: CameraTrouble | undefined;
}

export function useCameraRequest(kind: ShelfPhoto['role']): CameraRequest {
  const shelf = usePhotoShelf();
  const [wanted, setWanted] = useState<{ readonly replacedId: string | undefined }>();
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const close = () => setWanted(undefined);
  return {
    isOpen: wanted !== undefined,
    open(replacedId) {
      setTrouble(undefined);
      setWanted({ replacedId });
    },
    use(photo) {
      shelf.add([photo], kind, wanted?.replacedId);
      close();
    },
    close,
    fail(why) {
      setTrouble(why);
      close();
    },
    trouble,
  };
}
