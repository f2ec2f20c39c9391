// SPDX-License-Identifier: Apache-2.0

import { useFlow } from '../flow-context.ts';
import { AddPhotos } from '../photos/add-photos.tsx';
import { PhotoList } from '../photos/photo-list.tsx';
import { usePhotoShelf } from '../photos/photo-shelf-context.ts';
import { isReadable } from '../photos/shelf-photo.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** One photograph that shows where on the body the place is; it is kept, not analysed. */
export function ContextPhotoStep() {
  const { parameters } = useFlow();
  const { w } = useWords();
  const shelf = usePhotoShelf();
  const photos = shelf.list().filter(({ role }) => role === 'context');
  const isOptional = parameters.contextPhoto === 'optional';
  const isReady = !shelf.isBusy() && (photos.some(isReadable) || (isOptional && photos.length === 0));
  const isSkipped = isOptional && photos.length === 0;
  return (
    <StepFrame
      heading={w('photos.context.heading')}
      isNextDisabled={!isReady}
      {...(isSkipped ? { nextLabel: w('page.skip') } : {})}
    >
      <p class="lead">{w('photos.context.lead')}</p>
      {isOptional && <p class="soft">{w('photos.context.optional')}</p>}
      <PhotoList kind="context" nameOf={() => w('photos.context.name')} />
      {photos.length === 0 && (
        <AddPhotos
          isMany={false}
          isFull={false}
          isFirst={true}
          onPhotos={(files) => shelf.add(files.slice(0, 1), 'context')}
        />
      )}
    </StepFrame>
  );
}
