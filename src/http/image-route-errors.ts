// SPDX-License-Identifier: Apache-2.0
import type { ErrorCode } from '../errors.ts';
import { toErrorSchemas } from './error-schemas.ts';

/** Every refusal of a route that takes photographs. */
export const imageRefusals = [
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
] as const satisfies readonly ErrorCode[];

/** The same, for the schema of a device route. */
export const imageRouteErrors = toErrorSchemas(...imageRefusals);
