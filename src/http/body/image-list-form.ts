// SPDX-License-Identifier: Apache-2.0
import { DiagnosisSupportRequest } from '@openderm/contract';
import { DeviceError } from '../../errors.ts';
import { createFindProblems } from './find-problems.ts';
import { isListedImage } from './image-places.ts';
import type { ImageForm, ReceivedBody } from './read-image-request.ts';
import { type RequestedImage, toRequestedImage } from './requested-image.ts';

/** Photographs in a list, as /diagnosis-support takes them, in the caller's order. */
export function createImageListForm(): ImageForm<readonly RequestedImage[]> {
  const findProblems = createFindProblems(DiagnosisSupportRequest);
  return {
    isImage: isListedImage,
    read(body) {
      const problems = findProblems(body.document);
      if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
      return listImages(body);
    },
  };
}

function listImages(body: ReceivedBody): readonly RequestedImage[] {
  const { payload } = body.document as DiagnosisSupportRequest;
  return payload.map(({ contentAttachment }) => toRequestedImage(contentAttachment, body));
}
