// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isWholePicture } from './is-whole-picture.ts';
import { type FileKind, sniffFile } from './sniff-file.ts';

const side = 64;
const noise = Buffer.from(Array.from({ length: 3 * side * side }, (_, at) => (at * 7919) % 251));
const picture = () => sharp(noise, { raw: { width: side, height: side, channels: 3 } });

const written: readonly (readonly [FileKind, () => Promise<Buffer>])[] = [
  ['jpeg', () => picture().jpeg().toBuffer()],
  [
    'jpeg',
    () =>
      picture()
        .jpeg({ progressive: true })
        .withExif({ IFD0: { Artist: 'x' } })
        .toBuffer(),
  ],
  ['png', () => picture().png().toBuffer()],
  ['webp', () => picture().webp().toBuffer()],
];

const plain = (bytes: Uint8Array) => new Uint8Array(bytes);

describe.each(written)('a file of kind %s', (kind, write) => {
  it('is known by its first bytes', async () => {
    expect(sniffFile(plain(await write()))).toBe(kind);
  });

  it('is whole, and at no shorter length', async () => {
    const bytes = plain(await write());
    expect(isWholePicture(bytes)).toBe(true);
    for (const share of [0, 0.01, 0.3, 0.7, 0.99])
      expect(isWholePicture(bytes.slice(0, Math.floor(bytes.length * share))), String(share)).toBe(false);
  });
});

it('a photograph with a film behind it, as phones make them, is whole', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  expect(isWholePicture(plain(Buffer.concat([jpeg, Buffer.alloc(500, 7)])))).toBe(true);
});

it('a whole thumbnail in the header makes no whole photograph', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, (jpeg.length + 2) >> 8, (jpeg.length + 2) & 255]);
  const withThumbnail = Buffer.concat([head, jpeg, jpeg.subarray(2)]);
  expect(isWholePicture(plain(withThumbnail))).toBe(true);
  expect(isWholePicture(plain(withThumbnail.subarray(0, -40)))).toBe(false);
});

it.each([
  ['heic', 'heic'],
  ['mif1', 'heic'],
  ['avif', 'avif'],
  ['mp42', 'unknown'],
] as const)('the brand %s means %s', (brand, kind) => {
  expect(sniffFile(plain(Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`)))).toBe(kind);
});
