// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOf, toColour } from './contrast.ts';
import { inkOn, leastContrast, toReadable, toTint } from './readable-colour.ts';
import { backgrounds, inks } from './theme-of.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const contrast = (one: string, other: string) => contrastOf(toColour(one), toColour(other));

test('black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#4a7f00', '#4a7f00')).toBe(1);
  // @source WCAG 2.2, understanding 1.4.3: #777777 on white has 4.5 : 1 not quite
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('whatever colour is given can be read on the page, and the ink on it', () => {
  const places = Object.values(backgrounds).flat();
  fc.assert(
    fc.property(hex, fc.constantFrom(...places), (colour, ground) => {
      const shade = toReadable(colour, ground);
      expect(contrast(shade, ground)).toBeGreaterThanOrEqual(leastContrast);
      expect(contrast(inkOn(shade), shade)).toBeGreaterThanOrEqual(leastContrast);
    }),
    { numRuns: 5000 },
  );
});

test.each(['light', 'dark'] as const)('%s: text on a tint of any colour can be read', (scheme) => {
  fc.assert(
    fc.property(hex, (colour) => {
      for (const ground of backgrounds[scheme])
        expect(contrast(inks[scheme], toTint(colour, ground))).toBeGreaterThanOrEqual(leastContrast);
    }),
    { numRuns: 2000 },
  );
});

test('a colour that can be read stays as it is', () => {
  expect(toReadable('#0000cc', '#ffffff')).toBe('#0000cc');
});
