// SPDX-License-Identifier: Apache-2.0
import { createInstance, type TFunction } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../language/language.ts';
import { en } from './words/en.ts';

/** The same keys in every language. */
export type ScoreWords = Translated<typeof en>;
type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

/** The words of the page of scores, and numbers as they are written in its language. */
export interface ScoreText {
  readonly language: Language;
  readonly s: TFunction<'scores'>;
  number(value: number): string;
}

/** Loads the words of a language; English is bundled, others arrive when asked for. */
export async function createScoreText(language: Language): Promise<ScoreText> {
  const words = language === 'es' ? (await import('./words/es.ts')).es : en;
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { scores: words } },
    defaultNS: 'scores',
    // Preact escapes what it prints; a second time would show entities.
    interpolation: { escapeValue: false },
  });
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: false });
  return {
    language,
    s: instance.getFixedT(language, 'scores'),
    number: (value) => format.format(value),
  };
}

const missing = (): never => {
  throw new Error('useScoreText needs a ScoreTextContext around it');
};

export const ScoreTextContext = createContext<ScoreText | undefined>(undefined);

export function useScoreText(): ScoreText {
  return useContext(ScoreTextContext) ?? missing();
}
