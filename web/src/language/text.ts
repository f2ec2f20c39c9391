// SPDX-License-Identifier: Apache-2.0
import { createInstance, type TFunction } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { en as adminWords } from '../admin/words/en.ts';
import type { en as playgroundWords } from '../playground/words/en.ts';
import type { en as scoreWords } from '../scores/words/en.ts';
import { en } from './en.ts';
import { formatPercent } from './format-percent.ts';
import type { Language } from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'home';
    resources: {
      home: typeof en;
      scores: typeof scoreWords;
      admin: typeof adminWords;
      playground: typeof playgroundWords;
    };
  }
}

export type { Language } from './language.ts';

/** The words of the page in one language, and formats that go with it. */
export interface Text {
  readonly language: Language;
  readonly t: TFunction;
  /** 0-100 to e.g. "12.3 %"; small but not zero is never rounded to zero. */
  percent(value: number): string;
  number(value: number, digits?: number): string;
  /** Bytes to e.g. "20 MB", in steps of 1024. */
  size(bytes: number): string;
  time(iso: string): string;
}

/** Loads the words of a language; English is bundled, others arrive when asked for. */
export async function createText(language: Language): Promise<Text> {
  const words = language === 'es' ? (await import('./es.ts')).es : en;
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { home: words } },
    defaultNS: 'home',
    // Preact escapes what it prints; a second time would show entities.
    interpolation: { escapeValue: false },
  });
  return { language, t: instance.t, ...createFormats(language) };
}

function createFormats(language: Language) {
  const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  return {
    number,
    percent: (value: number) => formatPercent(value, number),
    size: (bytes: number) => formatSize(bytes, number),
    time: (iso: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(parseIssued(iso)),
  };
}

function formatSize(bytes: number, number: (value: number, digits?: number) => string): string {
  const megabytes = bytes / 2 ** 20;
  if (megabytes < 0.95) return `${number(Math.ceil(bytes / 1024))} kB`;
  return `${number(megabytes, Number.isInteger(megabytes) || megabytes > 10 ? 0 : 1)} MB`;
}

// The device's `issued` carries no offset and is in UTC.
function parseIssued(iso: string): Date {
  return new Date(/(Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso}Z`);
}

const missing = (): never => {
  throw new Error('useText needs a TextContext around it');
};

export const TextContext = createContext<Text | undefined>(undefined);

export function useText(): Text {
  return useContext(TextContext) ?? missing();
}
