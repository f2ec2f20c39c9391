// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';

/** The text the reference API gives for anything that is not base64, a data URI included. */
const notBase64 = { type: 'value_error', msg: 'Value error, Only base64 data is allowed', loc: [] } as const;

const dash = 0x2d;
const underscore = 0x5f;
const equalsSign = 0x3d;

/**
 * The bytes behind a standard base64 text (RFC 4648 section 4: padded, one line, no URL-safe letters).
 * @throws DeviceError `invalidRequest` for anything else; whoever knows the field fills in `loc`
 */
export function decodeBase64(ascii: Uint8Array): Uint8Array {
  const source = Buffer.from(ascii.buffer, ascii.byteOffset, ascii.byteLength);
  const length = source.length;
  const padding = source[length - 1] !== equalsSign ? 0 : source[length - 2] !== equalsSign ? 1 : 2;
  const bytes = Buffer.from(source.toString('latin1'), 'base64');
  // Node skips every foreign character, so each one makes the result shorter than the text promises.
  const isComplete = length % 4 === 0 && bytes.length === (length / 4) * 3 - padding;
  // Node reads the URL-safe letters as well; only those two need a look of their own.
  if (isComplete && !source.includes(dash) && !source.includes(underscore)) return bytes;
  throw new DeviceError('invalidRequest', { problems: [notBase64] });
}
