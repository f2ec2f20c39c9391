// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { paintSkin, toJpeg } from '../../test/fixtures/pictures.ts';
import { shrinkPhotograph } from './shrink-photograph.ts';

describe('a photograph for print', () => {
  it.each([
    [1600, 1200, 1000, 750],
    [600, 2000, 300, 1000],
  ])(
    'of %i × %i px becomes %i × %i px, always with the same bytes',
    async (width, height, toWidth, toHeight) => {
      const jpeg = await toJpeg(paintSkin(width, height));
      const small = await shrinkPhotograph(jpeg, 1000);
      expect(await sharp(small).metadata()).toMatchObject({
        format: 'jpeg',
        width: toWidth,
        height: toHeight,
      });
      expect(Buffer.from(await shrinkPhotograph(jpeg, 1000)).equals(small)).toBe(true);
    },
  );

  it('stays as it is where it fits', async () => {
    const jpeg = await toJpeg(paintSkin(1000, 700));
    expect(await shrinkPhotograph(jpeg, 1000)).toBe(jpeg);
  });

  it('is refused where it is no picture', async () => {
    await expect(shrinkPhotograph(Uint8Array.of(1, 2, 3), 1000)).rejects.toThrow();
  });
});
