// SPDX-License-Identifier: Apache-2.0

/** How a text is set. */
export interface TextStyle {
  readonly face: 'regular' | 'semiBold';
  readonly sizePt: number;
  readonly colour: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** Dark on white; every pair of text and ground has a contrast of 4.5 or more: a test measures it. */
export const colours = {
  ink: '#18212b',
  muted: '#51606f',
  accent: '#14566e',
  track: '#e3e9ee',
  line: '#c3ccd4',
  caution: '#8a4300',
  cautionPale: '#fdf3e4',
  white: '#ffffff',
} as const;

/** Type sizes of a sheet that is read at a desk and still after a fax, none below 8 pt: our own choice, looked at in print. */
export const styles = {
  title: { face: 'semiBold', sizePt: 19, colour: colours.ink },
  finding: { face: 'semiBold', sizePt: 15, colour: colours.ink },
  heading: { face: 'semiBold', sizePt: 11, colour: colours.accent },
  strong: { face: 'semiBold', sizePt: 9, colour: colours.ink },
  body: { face: 'regular', sizePt: 9, colour: colours.ink },
  small: { face: 'regular', sizePt: 8, colour: colours.muted },
  curve: { face: 'regular', sizePt: 8, colour: colours.muted, align: 'center' },
  label: { face: 'semiBold', sizePt: 8, colour: colours.muted },
  caution: { face: 'regular', sizePt: 9, colour: colours.ink },
  cautionHeading: { face: 'semiBold', sizePt: 10, colour: colours.caution },
} as const satisfies Record<string, TextStyle>;

/** A4, with room for a punched edge: points of 1/72 inch, from the top left. */
export const sheet = {
  widthPt: 595.28,
  heightPt: 841.89,
  leftPt: 44,
  rightPt: 551.28,
  innerPt: 507.28,
  topPt: 38,
  /** Nothing but the footer lies below. */
  floorPt: 796,
} as const;
