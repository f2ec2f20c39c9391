// SPDX-License-Identifier: Apache-2.0
import type { JsonPath } from './json-path.ts';

/** Whether a string at this place of a body is a photograph in base64. */
export type IsImage = (path: JsonPath) => boolean;

/** `payload.<number>.contentAttachment.data`: one of a list. */
export const isListedImage: IsImage = (path) => path.length === 4 && isPayload(path);

/** `payload.contentAttachment.data`, or in a list as above. */
export const isOnlyImage: IsImage = isPayload;

/** `scoringSystem.<code>.item.<body site>.payload.contentAttachment.data`, or with a list as above. */
export const isSiteImage: IsImage = ([system, , item, , ...rest]) =>
  system === 'scoringSystem' && item === 'item' && isPayload(rest);

function isPayload([payload, ...rest]: JsonPath): boolean {
  const [attachment, data, ...more] = typeof rest[0] === 'number' ? rest.slice(1) : rest;
  const isData = attachment === 'contentAttachment' && data === 'data' && more.length === 0;
  return payload === 'payload' && isData;
}
