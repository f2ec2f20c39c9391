// SPDX-License-Identifier: Apache-2.0
import { toErrorSchemas } from './error-schemas.ts';

/** Every refusal of a route that takes photographs. */
export const imageRouteErrors = toErrorSchemas(
  'unauthenticated',
  'bodyTooSlow',
  'bodyTooLarge',
  'imageTooLarge',
  'wrongContentType',
  'invalidRequest',
  'malformedJson',
  'tooManyImages',
  'unsupportedImage',
  'damagedImage',
  'imageTooManyPixels',
  'queueFull',
  'workerLost',
  'workerTimeout',
  'notReady',
  'storageFull',
);
