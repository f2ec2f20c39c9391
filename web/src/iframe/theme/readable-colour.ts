// SPDX-License-Identifier: Apache-2.0
import { type Colour, contrastOf, mix, toColour, toHex } from './contrast.ts';

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

/** As far as a colour is moved at once: a hundredth is hardly seen. Our own convention. */
const steps = 100;

/** What text of normal size needs. @source WCAG 2.2, 1.4.3 */
export const leastContrast = 4.5;

/**
 * The nearest shade of a colour that can be read on this background: darker on light, lighter on dark.
 * @param hex `#rrggbb`
 */
export function toReadable(hex: string, background: string): string {
  const [colour, ground] = [toColour(hex), toColour(background)];
  const end = contrastOf(black, ground) > contrastOf(white, ground) ? black : white;
  for (let step = 0; step < steps; step++) {
    const shade = toHex(mix(colour, end, step / steps));
    if (contrastOf(toColour(shade), ground) >= leastContrast) return shade;
  }
  return toHex(end);
}

/** Black or white, whichever is read better on this colour: one of them always has 4.5 : 1. */
export function inkOn(hex: string): string {
  const colour = toColour(hex);
  return contrastOf(white, colour) >= leastContrast ? toHex(white) : toHex(black);
}

/** A breath of a colour on a background, under text in the page's ink. */
export function toTint(hex: string, background: string): string {
  const share = 0.1;
  return toHex(mix(toColour(background), toColour(hex), share));
}
