// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { oncePerPicture } from './once-per-picture.ts';

it('works out each picture once, and each picture for itself', () => {
  const asked: number[] = [];
  const measure = oncePerPicture(({ widthPx }) => {
    asked.push(widthPx);
    return { widthPx };
  });
  const [first, second] = [1, 2].map((widthPx) => ({ pixelsHwc: new Uint8Array(), widthPx, heightPx: 1 }));
  expect([first, second, first].map((image) => image && measure(image).widthPx)).toEqual([1, 2, 1]);
  expect(asked).toEqual([1, 2]);
});
