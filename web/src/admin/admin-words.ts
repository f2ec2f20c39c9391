// SPDX-License-Identifier: Apache-2.0
import { createInstance, type TFunction } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../language/language.ts';
import { en } from './words/en.ts';

/** The same keys in every language. */
export type AdminWords = Translated<typeof en>;
type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

export type AdminText = TFunction<'admin'>;

/** Loads the words of a language; English is bundled, others arrive when asked for. */
export async function createAdminText(language: Language): Promise<AdminText> {
  const words = language === 'es' ? (await import('./words/es.ts')).es : en;
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { admin: words } },
    defaultNS: 'admin',
    // Preact escapes what it prints; a second time would show entities.
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, 'admin');
}

const missing = (): never => {
  throw new Error('useAdminText needs an AdminTextContext around it');
};

export const AdminTextContext = createContext<AdminText | undefined>(undefined);

export function useAdminText(): AdminText {
  return useContext(AdminTextContext) ?? missing();
}
