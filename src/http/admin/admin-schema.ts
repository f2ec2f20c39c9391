// SPDX-License-Identifier: Apache-2.0
import { toErrorSchemas } from '../error-schemas.ts';
import { needsToken } from '../token-security.ts';

/** What every route for administrators says of itself. */
export const adminSchema = { tags: ['Administration'], security: needsToken } as const;

/** What reading may be refused with. */
export const readErrors = toErrorSchemas('unauthenticated', 'forbidden', 'notFound');

/** What changing something may be refused with. */
export const writeErrors = toErrorSchemas(
  'unauthenticated',
  'forbidden',
  'notFound',
  'bodyTooSlow',
  'bodyTooLarge',
  'wrongContentType',
  'invalidRequest',
  'malformedJson',
  'queueFull',
);
