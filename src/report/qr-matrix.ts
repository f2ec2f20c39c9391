// SPDX-License-Identifier: Apache-2.0
import qrcode from 'qrcode-generator';

/** Longer addresses make modules finer than a printed sheet can carry at 30 mm: measured with our own layout. */
const MAX_LETTERS = 600;

/** The dark modules of a QR code, row by row; undefined for an address that is too long to print. */
export function qrMatrix(address: string): readonly (readonly boolean[])[] | undefined {
  if (address.length > MAX_LETTERS) return undefined;
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}
