// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { classifyTissue, type Tissue, tissues } from './classify-tissue.ts';

type Rgb = readonly [number, number, number];

const fairSkin = { hue: 18, value: 0.85 };
const darkSkin = { hue: 18, value: 0.4 };

function classify(colour: Rgb, skin = fairSkin): Tissue | undefined {
  const image = { pixelsHwc: Uint8Array.from(colour), widthPx: 1, heightPx: 1 };
  return tissues[classifyTissue(image, Uint8Array.of(1), skin)[0] ?? 0];
}

describe('classifyTissue', () => {
  const seen: readonly (readonly [Tissue, Rgb])[] = [
    ['granulation', [175, 50, 48]],
    ['granulation', [105, 28, 30]],
    ['epithelium', [228, 165, 160]],
    ['slough', [205, 178, 112]],
    ['biofilm', [150, 165, 90]],
    ['necrosis', [38, 32, 28]],
    ['necrosis', [98, 74, 46]],
    ['bone', [236, 228, 206]],
    ['hardware', [128, 130, 133]],
  ];

  it.each(seen)('reads %s off rgb(%s)', (tissue, colour) => {
    expect(classify(colour)).toBe(tissue);
  });

  it('reads a red bed as red on the darkest skin too', () => {
    expect(classify([150, 45, 42], darkSkin)).toBe('granulation');
    expect(classify([32, 26, 22], darkSkin)).toBe('necrosis');
  });

  it('reads hues against the skin, so that warm light turns no red into yellow', () => {
    expect(classify([170, 95, 50], { hue: 28, value: 0.85 })).toBe('granulation');
    expect(classify([170, 95, 50], { hue: 18, value: 0.85 })).toBe('slough');
  });

  it('calls nothing tissue outside the wound', () => {
    const image = { pixelsHwc: Uint8Array.of(175, 50, 48), widthPx: 1, heightPx: 1 };
    expect(classifyTissue(image, Uint8Array.of(0), fairSkin)[0]).toBe(0);
  });
});
