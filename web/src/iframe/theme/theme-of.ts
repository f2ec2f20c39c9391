// SPDX-License-Identifier: Apache-2.0
import { inkOn, toReadable, toTint } from './readable-colour.ts';

/** What text stands on, the darkest and the lightest of each scheme: `--page`, `--card` and `--sunken` of base.css. */
export const backgrounds = {
  light: ['#eceeeb', '#f5f6f4', '#ffffff'],
  dark: ['#181d1c', '#101413', '#0b0e0d'],
} as const;

/** `--ink` of base.css. */
export const inks = { light: '#17201e', dark: '#e9eeec' } as const;

/** Custom properties of the page, each with a value for light and for dark. */
export type Theme = Readonly<Record<string, string>>;

export interface ThemeColours {
  /** `#rrggbb`; null: ours. */
  readonly primary: string | null;
  readonly secondary: string | null;
}

/** A company's colours as shades that can be read everywhere, in light and in dark. */
export function themeOf({ primary, secondary }: ThemeColours): Theme {
  return {
    ...(primary === null ? {} : accentOf(primary)),
    ...(secondary === null ? {} : secondOf(secondary)),
  };
}

function accentOf(primary: string): Theme {
  const [light, dark] = toBoth(primary);
  return {
    '--accent': lightDark(light, dark),
    '--accent-strong': lightDark(light, dark),
    '--accent-soft': lightDark(toTint(light, backgrounds.light[2]), toTint(dark, backgrounds.dark[0])),
    '--on-accent': lightDark(inkOn(light), inkOn(dark)),
  };
}

function secondOf(secondary: string): Theme {
  return { '--second': lightDark(...toBoth(secondary)) };
}

/** Readable on the background of a scheme that is hardest to read on is readable on the others. */
function toBoth(hex: string): [string, string] {
  return [toReadable(hex, backgrounds.light[0]), toReadable(hex, backgrounds.dark[0])];
}

function lightDark(light: string, dark: string): string {
  return `light-dark(${light}, ${dark})`;
}
