// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { qrMatrix } from './qr-matrix.ts';

const address = 'https://derm.example.org/iframe/?companyId=1';

/** A dark frame of seven around a light one of five around three by three. */
function isFinder(matrix: readonly (readonly boolean[])[], top: number, left: number): boolean {
  return Array.from({ length: 49 }, (_, at) => ({ row: Math.floor(at / 7), column: at % 7 })).every(
    ({ row, column }) => {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      return matrix[top + row]?.[left + column] === (ring !== 2);
    },
  );
}

describe('a QR code', () => {
  it('has its three corners, and sides of a size that the standard knows', () => {
    const matrix = qrMatrix(address) ?? [];
    const side = matrix.length;
    expect((side - 17) % 4).toBe(0);
    expect(matrix.every((row) => row.length === side)).toBe(true);
    expect(isFinder(matrix, 0, 0) && isFinder(matrix, 0, side - 7) && isFinder(matrix, side - 7, 0)).toBe(
      true,
    );
  });

  it('depends on the address alone', () => {
    expect(qrMatrix(address)).toEqual(qrMatrix(address));
    expect(qrMatrix(`${address}2`)).not.toEqual(qrMatrix(address));
  });

  it('is left out where it would be too fine to print', () => {
    expect(qrMatrix('a'.repeat(600))).toBeDefined();
    expect(qrMatrix('a'.repeat(601))).toBeUndefined();
  });
});
