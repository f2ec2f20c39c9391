// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { colours, styles } from './paper-style.ts';

/** @source WCAG 2.2, relative luminance */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @source WCAG 2.2, contrast ratio */
function contrastOf(text: string, ground: string): number {
  const [dark = 0, light = 0] = [luminanceOf(text), luminanceOf(ground)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('every text', () => {
  it.each(Object.entries(styles))('is dark and large enough to read: %s', (_name, { colour, sizePt }) => {
    expect(sizePt).toBeGreaterThanOrEqual(8);
    for (const ground of [colours.white, colours.track, colours.cautionPale])
      expect(contrastOf(colour, ground), ground).toBeGreaterThanOrEqual(4.5);
  });
});
