// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { CameraPanel } from '../photos/camera/camera-panel.tsx';
import { PhotoDesk } from '../photos/photo-desk.tsx';
import { usePhotoShelf } from '../photos/photo-shelf-context.ts';
import { isReadable } from '../photos/shelf-photo.ts';
import { useCameraRequest } from '../photos/use-camera-request.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** One photograph that shows where on the body the place is; it is kept, not analysed. */
export function ContextPhotoStep() {
  const { parameters } = useFlow();
  const { w } = useWords();
  const shelf = usePhotoShelf();
  const camera = useCameraRequest('context');
  const photos = shelf.list().filter(({ role }) => role === 'context');
  const isOptional = parameters.contextPhoto === 'optional';
  const isSkipped = isOptional && photos.length === 0;
  const isReady = !shelf.isBusy() && (photos.some(isReadable) || isSkipped);
  // Its key makes it a new screen, so that the focus moves there and back.
  if (camera.isOpen)
    return (
      <StepFrame key="camera" heading={w('photos.context.heading')} nextLabel={null}>
        <CameraPanel onPhoto={camera.use} onClose={camera.close} onTrouble={camera.fail} />
      </StepFrame>
    );
  return (
    <StepFrame
      heading={w('photos.context.heading')}
      isNextDisabled={!isReady}
      {...(isSkipped ? { nextLabel: w('page.skip') } : {})}
    >
      <p class="lead">{w('photos.context.lead')}</p>
      {isOptional && <p class="soft">{w('photos.context.optional')}</p>}
      <PhotoDesk kind="context" most={1} nameOf={() => w('photos.context.name')} camera={camera} />
    </StepFrame>
  );
}
