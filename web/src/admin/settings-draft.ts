// SPDX-License-Identifier: Apache-2.0
import type { AdminCompany, AdminCompanyChangeRequest, AdminQuestion } from '@openderm/contract';

export const localeNames = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  pt: 'Português',
} as const;
export type Locale = keyof typeof localeNames;

/** The settings as they stand in the form: everything is text. */
export interface SettingsDraft {
  readonly name: string;
  readonly locale: Locale;
  readonly threshold: string;
  /** One in each line. */
  readonly origins: string;
  readonly callbacks: string;
  readonly primary: string;
  readonly secondary: string;
  readonly font: string;
  /** Data URI; empty for none. */
  readonly logo: string;
  readonly questions: readonly QuestionDraft[];
  readonly reportsDays: string;
  readonly imagesDays: string;
  readonly auditDays: string;
}

export interface QuestionDraft {
  readonly id: string;
  readonly text: Readonly<Record<Locale, string>>;
}

const noText = { en: '', es: '', fr: '', de: '', pt: '' };

export function newQuestion(count: number): QuestionDraft {
  return { id: `question-${count + 1}`, text: noText };
}

export function toDraft(company: AdminCompany): SettingsDraft {
  const { theme, retention } = company;
  const days = (count: number | null) => (count === null ? '' : String(count));
  return {
    name: company.name,
    locale: company.locale,
    threshold: String(company.thresholdPercent),
    origins: company.allowedOrigins.join('\n'),
    callbacks: company.callbackUrls.join('\n'),
    primary: theme.primary ?? '',
    secondary: theme.secondary ?? '',
    font: theme.fontFamily ?? '',
    logo: theme.logo ?? '',
    questions: company.anamnesis.map(({ id, text }) => ({ id, text: { ...noText, ...text } })),
    reportsDays: days(retention.reportsDays),
    imagesDays: days(retention.imagesDays),
    auditDays: days(retention.auditDays),
  };
}

/** What the form asks for. Whether it is right is for the device to say. */
export function toChange(draft: SettingsDraft): AdminCompanyChangeRequest {
  return {
    name: draft.name,
    locale: draft.locale,
    thresholdPercent: toNumber(draft.threshold),
    allowedOrigins: toLines(draft.origins),
    callbackUrls: toLines(draft.callbacks),
    theme: {
      primary: draft.primary.trim() || null,
      secondary: draft.secondary.trim() || null,
      fontFamily: draft.font || null,
      logo: draft.logo || null,
    },
    anamnesis: draft.questions.map(toQuestion),
    retention: {
      reportsDays: toDays(draft.reportsDays),
      imagesDays: toDays(draft.imagesDays),
      auditDays: toDays(draft.auditDays),
    },
  };
}

function toQuestion({ id, text }: QuestionDraft): AdminQuestion {
  const filled = Object.entries(text).filter(([, words]) => words.trim() !== '');
  return { id: id.trim(), text: Object.fromEntries(filled) };
}

function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function toDays(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

/** An empty field is no zero: it goes as null, which the device refuses. */
function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
