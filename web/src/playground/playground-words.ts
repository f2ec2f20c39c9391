// SPDX-License-Identifier: Apache-2.0
import { createInstance, type TFunction } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../language/language.ts';
import { en } from './words/en.ts';

/** The same keys in every language. */
export type PlaygroundWords = Translated<typeof en>;
type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

export type PlaygroundText = TFunction<'playground'>;

/** Loads the words of a language; English is bundled, others arrive when asked for. */
export async function createPlaygroundText(language: Language): Promise<PlaygroundText> {
  const words = language === 'es' ? (await import('./words/es.ts')).es : en;
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { playground: words } },
    defaultNS: 'playground',
    // Preact escapes what it prints; a second time would show entities.
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, 'playground');
}

const missing = (): never => {
  throw new Error('usePlaygroundText needs a PlaygroundTextContext around it');
};

export const PlaygroundTextContext = createContext<PlaygroundText | undefined>(undefined);

export function usePlaygroundText(): PlaygroundText {
  return useContext(PlaygroundTextContext) ?? missing();
}
