// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import { DeviceError } from '../../errors.ts';

/** As handles are made, and some more: longer texts are not worth a hash. */
const handlePattern = /^Bearer ([\w-]{1,128})$/;

/** Looks at the header before a byte of the body is read; whose handle it is the draft desk finds out. */
export async function requireHandle(request: FastifyRequest): Promise<void> {
  handleOf(request);
}

/** The handle of the draft that the page holds. @throws DeviceError `unauthenticated` */
export function handleOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const [, handle] = handlePattern.exec(headers.authorization ?? '') ?? [];
  if (handle === undefined) throw new DeviceError('unauthenticated');
  return handle;
}

/** Name of the OpenAPI security scheme of a page. */
export const handleScheme = 'draftHandle';

export const needsHandle: readonly Readonly<Record<string, readonly string[]>>[] = [{ [handleScheme]: [] }];
