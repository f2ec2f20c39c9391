// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { CameraPanel } from '../photos/camera/camera-panel.tsx';
import { HowTo } from '../photos/how-to.tsx';
import { PhotoDesk } from '../photos/photo-desk.tsx';
import { usePhotoShelf } from '../photos/photo-shelf-context.ts';
import { isReadable } from '../photos/shelf-photo.ts';
import { useCameraRequest } from '../photos/use-camera-request.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** The photographs: chosen or taken, sent at once, and judged one by one. */
export function PhotosStep() {
  const { w } = useWords();
  const shelf = usePhotoShelf();
  const most = useFlow().draft.photoRules.maxPhotos;
  const camera = useCameraRequest('photograph');
  const photos = shelf.list().filter(({ role }) => role === 'photograph');
  const isReady = photos.some(isReadable) && !shelf.isBusy();
  const isPoor = photos.some(({ verdict }) => verdict?.kind === 'read' && !verdict.validity.isValid);
  // Its key makes it a new screen, so that the focus moves there and back.
  if (camera.isOpen)
    return (
      <StepFrame key="camera" heading={w('photos.heading')} nextLabel={null}>
        <CameraPanel onPhoto={camera.use} onClose={camera.close} onTrouble={camera.fail} />
      </StepFrame>
    );
  return (
    <StepFrame heading={w('photos.heading')} isNextDisabled={!isReady}>
      <p class="soft">{w('photos.lead', { most })}</p>
      <HowTo isFolded={photos.length > 0} />
      <PhotoDesk
        kind="photograph"
        most={most}
        nameOf={(number) => w('photos.name', { number })}
        camera={camera}
      />
      {isReady && isPoor && <p class="small">{w('photos.anyway')}</p>}
    </StepFrame>
  );
}
