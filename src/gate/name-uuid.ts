// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { formatUuid } from './format-uuid.ts';

/** Bytes of a UUID. */
const uuidBytes = 16;

/** Version 8, made in a way of one's own, and the variant of all of them. @source RFC 9562, 4.1, 4.2 and 5.8 */
const marks = {
  versionAt: 6,
  version: 0x80,
  versionMask: 0x0f,
  variantAt: 8,
  variant: 0x80,
  variantMask: 0x3f,
};

/** The UUID of a name: the same name, the same UUID, and no way back. */
export function nameUuid(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, uuidBytes);
  bytes.writeUInt8((bytes.readUInt8(marks.versionAt) & marks.versionMask) | marks.version, marks.versionAt);
  bytes.writeUInt8((bytes.readUInt8(marks.variantAt) & marks.variantMask) | marks.variant, marks.variantAt);
  return formatUuid(bytes);
}
