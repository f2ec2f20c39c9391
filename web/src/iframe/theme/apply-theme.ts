// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import type { PageParameters } from '../start/parameters.ts';
import { themeOf } from './theme-of.ts';

const fonts: Readonly<Record<string, () => Promise<unknown>>> = {
  Roboto: () => import('./roboto.ts'),
  Montserrat: () => import('./montserrat.ts'),
};

/** The company's look, and above it what the address asks for. Typefaces are fetched by those who want them. */
export function applyTheme(
  parameters: Pick<PageParameters, 'primary' | 'secondary' | 'fontFamily'>,
  { theme }: PageDraft['company'],
): void {
  const { style } = document.documentElement;
  const colours = {
    primary: parameters.primary ?? theme.primary,
    secondary: parameters.secondary ?? theme.secondary,
  };
  for (const [name, value] of Object.entries(themeOf(colours))) style.setProperty(name, value);
  const family = parameters.fontFamily ?? theme.fontFamily ?? '';
  const load = fonts[family];
  if (load === undefined) return;
  style.setProperty('font-family', `${family}, system-ui, sans-serif`);
  // Until it is here, and if it never comes, the system's own letters stand.
  load().catch(() => undefined);
}
