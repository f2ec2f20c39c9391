// SPDX-License-Identifier: Apache-2.0
import { reportFormats, reportLocales } from '@openderm/contract';
import { DeviceError } from '../../errors.ts';
import type { Company, ReportLocale } from '../../record/company.ts';

export type ReportFormat = (typeof reportFormats)[number];

/** The view that is asked for; raw where nothing is. @throws DeviceError `invalidRequest` for one there is none of */
export function readFormat(query: unknown): ReportFormat {
  return readChoice('format', query, reportFormats) ?? 'raw';
}

/**
 * The language that is asked for, with or without a country, else the company's.
 * @throws DeviceError `invalidRequest` for one there is none of
 */
export function readReportLocale(query: unknown, { locale }: Company): ReportLocale {
  return readChoice('locale', query, reportLocales) ?? locale;
}

function readChoice<Choice extends string>(
  name: 'format' | 'locale',
  query: unknown,
  choices: readonly Choice[],
): Choice | undefined {
  const wanted = (query as Readonly<Record<string, unknown>>)[name];
  if (wanted === undefined) return undefined;
  const text = name === 'locale' ? languageOf(wanted) : wanted;
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  const msg = `there is no ${name} ${JSON.stringify(wanted)}; there are ${choices.join(', ')}`;
  throw new DeviceError('invalidRequest', { problems: [{ type: 'value_error', msg, loc: ['query', name] }] });
}

/** "pt", "pt_BR" and "pt-PT" are all Portuguese. @source RFC 5646: language, then perhaps script and region */
function languageOf(tag: unknown): string | undefined {
  return typeof tag === 'string'
    ? /^[a-z]{2}(?=$|[-_][a-z0-9_-]{2,16}$)/i.exec(tag)?.[0].toLowerCase()
    : undefined;
}
