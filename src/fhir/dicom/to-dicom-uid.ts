// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** What a name is for: two things of the same id must not share it. */
export type DicomName =
  | 'implementation'
  | 'study'
  | 'photographs'
  | 'context'
  | 'instance'
  | 'frame'
  | 'patient';

/** Hexadecimal digits of a UUID. @source RFC 9562, 4 */
const uuidDigits = 32;

/**
 * The same name each time for the same id, and no way back to it: ids of the house do not leave it.
 * @returns hexadecimal digits of a UUID of version 8, which is for names of one's own making
 */
export function toDicomName(kind: DicomName, id: string): string {
  const hash = createHash('sha256').update(`openderm:dicom:${kind}:${id}`).digest('hex').slice(0, uuidDigits);
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${hash.slice(0, 12)}8${hash.slice(12 + 1, 16)}${variant}${hash.slice(16 + 1)}`;
}

/** A unique identifier that needs no registered root. @source DICOM PS3.5, B.2: 2.25. and a UUID as a decimal number */
export function toDicomUid(kind: DicomName, id: string): string {
  return `2.25.${BigInt(`0x${toDicomName(kind, id)}`)}`;
}
