// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isPrintable, readTypefaces, tidyText } from './read-typefaces.ts';

describe('the typefaces', () => {
  it('are TrueType files', async () => {
    const { regular, semiBold } = await readTypefaces();
    for (const face of [regular, semiBold]) expect([...face.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it.each(['Ñandú, Straße, œuvre, ação', 'Ωμέγα', 'Здоровье', '12 % ≥ 3–4 “so” #1 * © 2026'])(
    'show %s',
    (text) => {
      expect(isPrintable(text)).toBe(true);
    },
  );

  it.each(['皮膚', 'جلد', 'עור', '😀'])('do not show %s', (text) => {
    expect(isPrintable(text)).toBe(false);
  });
});

describe('a text', () => {
  it('loses what steers or hides writing', () => {
    expect(tidyText('a\u202eb\u200bc')).toBe('abc');
    expect(tidyText(' first\r\nsecond\u2028third\u0000 ')).toBe('first second third');
  });
});
