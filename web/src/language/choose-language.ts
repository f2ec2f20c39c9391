// SPDX-License-Identifier: Apache-2.0
import type { Language } from './text.ts';

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

const storageKey = 'openderm.language';

/** The language chosen in this tab, else the first of the browser's that the page speaks, else English. */
export function chooseLanguage(): Language {
  const wanted = [sessionStorage.getItem(storageKey) ?? '', ...navigator.languages];
  return wanted.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Remembers a choice until the tab is closed. */
export function rememberLanguage(language: Language): void {
  sessionStorage.setItem(storageKey, language);
}

function isLanguage(tag: string): tag is Language {
  return tag in languageNames;
}
