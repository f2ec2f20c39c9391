// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { setInColumns } from './columns.ts';

describe('setInColumns', () => {
  it('aligns, cuts what is too long and leaves no blanks at the end of a line', () => {
    const rows = [
      ['Melanoma', '12.5 %', ''],
      ['Melanocytic naevus', '3.0 %', 'x'],
    ];
    expect(
      setInColumns(rows, [{ widthColumns: 10 }, { widthColumns: 8, align: 'right' }, { widthColumns: 3 }]),
    ).toEqual(['Melanoma   12.5 %', 'Melanocy…   3.0 % x']);
  });

  it('does not count colour codes', () => {
    const [plain, coloured] = setInColumns(
      [
        ['ab', 'c'],
        ['\u001b[31mab\u001b[39m', 'c'],
      ],
      [{ widthColumns: 4 }, { widthColumns: 2 }],
    );
    expect(coloured?.replace('\u001b[31m', '').replace('\u001b[39m', '')).toBe(plain);
  });
});
