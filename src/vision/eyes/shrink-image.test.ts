// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { shrinkImage } from './shrink-image.ts';

it('averages squares of each channel and leaves the rest of an odd rim away', () => {
  const red = [10, 30, 99, 50, 70, 99, 1, 2, 3];
  const pixelsHwc = Uint8Array.from(red.flatMap((value) => [value, value + 1, 200]));
  const small = shrinkImage({ pixelsHwc, widthPx: 3, heightPx: 3 }, 2);
  expect(small).toEqual({ pixelsHwc: Uint8Array.of(40, 41, 200), widthPx: 1, heightPx: 1 });
});

it('leaves a picture as it is by a factor of one', () => {
  const image = { pixelsHwc: Uint8Array.of(1, 2, 3, 4, 5, 6), widthPx: 2, heightPx: 1 };
  expect(shrinkImage(image, 1)).toEqual(image);
});
