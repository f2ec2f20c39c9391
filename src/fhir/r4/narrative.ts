// SPDX-License-Identifier: Apache-2.0
import type { Narrative } from '@medplum/fhirtypes';
import { listConclusions } from '../report/shown-result.ts';
import { toShownSeverity } from '../report/shown-severity.ts';
import { toConditionConcept, toSiteConcept } from './condition-concept.ts';
import { toFhirText } from './fhir-text.ts';
import type { R4Context } from './r4-context.ts';
import { toConclusion } from './report-part.ts';

/** Entries that a summary names. @source as many as carry heat maps; our own convention */
const mostNamed = 5;

/** As on the printed report: keeps every score whole. Our own convention. */
const MOST_DECIMALS = 4;

/** The report in a few lines, for readers without software that knows its parts. */
export function toNarrative(context: R4Context): Narrative {
  const { sources, locale, report } = context;
  const say = (key: string) => sources.say(key, locale);
  const pair = (name: string, text: string) => `${name}${locale === 'fr' ? ' ' : ''}: ${text}`;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DECIMALS, useGrouping: false });
  const listed = listConclusions(context).slice(0, mostNamed);
  const scores = report.record.severities.map((severity) => toShownSeverity(severity, context));
  const lines = [
    pair(say('pdf.fact.site'), toSiteConcept(context).text ?? ''),
    pair(say('pdf.finding.heading'), toConclusion(context)),
    ...listed.map(({ condition, probability }) =>
      pair(toConditionConcept(condition.slug, context).text ?? '', `${format.format(probability)} %`),
    ),
    ...scores.map(({ title, value, band }) =>
      pair(title, `${format.format(value)}${band === null ? '' : ` (${band.text})`}`),
    ),
    say('pdf.lead'),
  ];
  return { status: 'generated', div: toDiv(lines, locale) };
}

function toDiv(lines: readonly string[], locale: string): string {
  const paragraphs = lines
    .flatMap((line) => toFhirText(line) ?? [])
    .map((line) => `<p>${escapeXml(line)}</p>`);
  const languages = `lang="${locale}" xml:lang="${locale}"`;
  return `<div xmlns="http://www.w3.org/1999/xhtml" ${languages}>${paragraphs.join('')}</div>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
