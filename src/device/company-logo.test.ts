// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { mostLogoBytes, readLogoText, toLogoText } from './company-logo.ts';

const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b6660' } });

describe('a logo', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('may be %s, and comes back byte by byte', async (format) => {
    const bytes = await blank.clone().toFormat(format).toBuffer();
    const text = toLogoText(bytes) ?? '';
    expect(text).toMatch(new RegExp(`^data:image/${format};base64,`));
    const logo = readLogoText(text);
    expect(logo?.contentType).toBe(`image/${format}`);
    expect(Buffer.compare(logo?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
  });

  it('is no drawing that may run something, nothing too large and nothing else', async () => {
    const png = await blank.clone().png().toBuffer();
    expect(toLogoText(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
    expect(toLogoText(Buffer.alloc(0))).toBeUndefined();
    expect(toLogoText(Buffer.concat([png, Buffer.alloc(mostLogoBytes)]))).toBeUndefined();
  });

  it.each([
    'https://host.example/logo.png',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/png;base64,PHN2Zy8+',
    'data:image/png;base64,',
    'data:text/html,<script>',
  ])('is not %s', (text) => {
    expect(readLogoText(text)).toBeUndefined();
  });

  it('says what it is: a JPEG is no PNG', async () => {
    const text = toLogoText(await blank.clone().jpeg().toBuffer()) ?? '';
    expect(readLogoText(text.replace('jpeg', 'png'))).toBeUndefined();
  });
});
