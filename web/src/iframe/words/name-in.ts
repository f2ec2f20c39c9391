// SPDX-License-Identifier: Apache-2.0
import type { LocaleText } from '@openderm/contract';

/** A text of the server in this language; in English where nobody has written it, undefined where there is none at all. */
export function nameIn(names: LocaleText, language: string): string | undefined {
  const of = (tag: string) => Object.entries(names).find(([locale]) => locale.startsWith(tag))?.[1];
  return of(language) ?? of('en');
}
