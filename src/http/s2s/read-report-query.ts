// SPDX-License-Identifier: Apache-2.0
import { reportAudiences, reportFormats, reportLocales } from '@openderm/contract';
import type { FastifyRequest } from 'fastify';
import { DeviceError } from '../../errors.ts';
import type { Company, ReportLocale } from '../../record/company.ts';
import { acceptsFhir } from '../fhir/wants-fhir.ts';

export type ReportFormat = (typeof reportFormats)[number];
type ReportAudience = (typeof reportAudiences)[number];
type Name = 'format' | 'locale' | 'audience';

/**
 * The view that is asked for, by name or by the header; raw where nothing is.
 * @throws DeviceError `invalidRequest` for one there is none of
 */
export function readFormat({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): ReportFormat {
  return readChoice('format', query, reportFormats) ?? (acceptsFhir({ headers }) ? 'fhir-r4' : 'raw');
}

/**
 * The language that is asked for, with or without a country, else the company's.
 * @throws DeviceError `invalidRequest` for one there is none of
 */
export function readReportLocale(query: unknown, { locale }: Company): ReportLocale {
  return readChoice('locale', query, reportLocales) ?? locale;
}

/**
 * For whom a PDF is printed; clinicians where nobody is named.
 * @throws DeviceError `invalidRequest` for one there is none of, and for a view that is the same for all
 */
export function readAudience(query: unknown, format: ReportFormat): ReportAudience {
  const audience = readChoice('audience', query, reportAudiences);
  if (audience !== undefined && format !== 'pdf')
    throw refuse('audience', 'only format=pdf has an audience: the other views are read by programs');
  return audience ?? 'clinician';
}

function readChoice<Choice extends string>(
  name: Name,
  query: unknown,
  choices: readonly Choice[],
): Choice | undefined {
  const wanted = (query as Readonly<Record<string, unknown>>)[name];
  if (wanted === undefined) return undefined;
  const text = name === 'locale' ? languageOf(wanted) : wanted;
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw refuse(name, `there is no ${name} ${JSON.stringify(wanted)}; there are ${choices.join(', ')}`);
}

function refuse(name: Name, msg: string): DeviceError {
  return new DeviceError('invalidRequest', {
    problems: [{ type: 'value_error', msg, loc: ['query', name] }],
  });
}

/** "pt", "pt_BR" and "pt-PT" are all Portuguese. @source RFC 5646: language, then perhaps script and region */
function languageOf(tag: unknown): string | undefined {
  return typeof tag === 'string'
    ? /^[a-z]{2}(?=$|[-_][a-z0-9_-]{2,16}$)/i.exec(tag)?.[0].toLowerCase()
    : undefined;
}
