// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import { createInstance } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatPercent } from '../../language/format-percent.ts';
import { en } from './en.ts';
import type { Translated } from './translated.ts';

export type IframeLanguage = PageDraft['locale'];

/** The same keys in every language. */
export type IframeWords = Translated<typeof en>;

type Paths<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Paths<Words[Key]>}`;
}[keyof Words & string];

/** Names of texts; which of two is shown to whom is decided here, not by who asks. */
export type IframeKey = Exclude<Paths<typeof en>, `${string}_patient`>;

/** The words of the page for one reader, and numbers as that language writes them. */
export interface IframeText {
  readonly language: IframeLanguage;
  /** For patients the text under the key with `_patient`, where there is one. */
  w(key: IframeKey, values?: Readonly<Record<string, string | number>>): string;
  number(value: number, digits?: number): string;
  /** 0-100, e.g. `12.3 %`; small but not zero is never rounded to zero, and nothing to certainty. */
  percent(value: number): string;
  /** A date, e.g. `12 Mar 2026`. @param iso ISO 8601 */
  day(iso: string): string;
  /** A date with its time, where the reader is. @param iso ISO 8601 */
  moment(iso: string): string;
}

const loaders: Readonly<Record<IframeLanguage, () => Promise<IframeWords>>> = {
  en: async () => en,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
  pt: async () => (await import('./pt.ts')).pt,
};

export async function createIframeText(language: IframeLanguage, isForPatient: boolean): Promise<IframeText> {
  const words = await loaders[language]();
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { iframe: words } },
    defaultNS: 'iframe',
    // Preact escapes what it prints; a second time would show entities.
    interpolation: {
      escapeValue: false,
    },
  });
  const translate = instance.t as (key: string, options: object) => string;
  const reader = isForPatient ? { context: 'patient' } : {};
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  return {
    language,
    w: (key, values = {}) => translate(key, { ...values, ...reader }),
    number,
    percent: (value) => formatPercent(value, number),
    day: formatDates(language, { dateStyle: 'medium' }),
    moment: formatDates(language, { dateStyle: 'long', timeStyle: 'short' }),
  };
}

function formatDates(language: string, style: Intl.DateTimeFormatOptions): (iso: string) => string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, style);
  return (iso) => format.format(new Date(iso));
}

const missing = (): never => {
  throw new Error('useWords needs an IframeTextContext around it');
};

export const IframeTextContext = createContext<IframeText | undefined>(undefined);

export function useWords(): IframeText {
  return useContext(IframeTextContext) ?? missing();
}
