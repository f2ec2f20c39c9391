// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { formatUuid } from './format-uuid.ts';

/** Bytes of the time, of the whole, and where version and variant stand. @source RFC 9562, 5.7 */
const layout = { timeBytes: 6, bytes: 16, versionAt: 6, variantAt: 8 } as const;
const version = { bits: 0x70, keep: 0x0f } as const;
const variant = { bits: 0x80, keep: 0x3f } as const;

/** A new id that sorts by time: 48 bits of milliseconds, 74 random bits. @source RFC 9562, 5.7 */
export function createUuidV7(nowMs: number): string {
  const bytes = randomBytes(layout.bytes);
  bytes.writeUIntBE(nowMs, 0, layout.timeBytes);
  bytes[layout.versionAt] = ((bytes[layout.versionAt] ?? 0) & version.keep) | version.bits;
  bytes[layout.variantAt] = ((bytes[layout.variantAt] ?? 0) & variant.keep) | variant.bits;
  return formatUuid(bytes);
}
