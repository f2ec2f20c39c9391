// SPDX-License-Identifier: Apache-2.0
import type { Attachment, DiagnosticReport, Media } from '@medplum/fhirtypes';
import { toReportInstant } from '../report/to-report-instant.ts';
import { toConditionConcept } from './condition-concept.ts';
import { filled, toFhirJson } from './fhir-text.ts';
import { imagingService, reportCode } from './foreign-systems.ts';
import { aboutVisit, asserted, type Part, type R4Context, referTo, referToSingle } from './r4-context.ts';

/** Everything that a report refers to. */
export interface ReportParts {
  readonly pictures: readonly Part<Media>[];
  /** Everything else, in its order. */
  readonly others: readonly Part[];
}

export function toReportPart({ pictures, others }: ReportParts, context: R4Context): Part<DiagnosticReport> {
  const { record, links } = context.report;
  const issued = toReportInstant(record.createdAtMs);
  const results = others.filter(
    ({ name, resource }) => resource.resourceType === 'Observation' && !isEarlier(name),
  );
  const report: DiagnosticReport = {
    resourceType: 'DiagnosticReport',
    ...asserted(context),
    ...filled('extension', toExtraData(context)),
    identifier: [{ system: context.sources.canonical.identifiers('report'), value: links.encryptedId }],
    status: 'preliminary',
    category: [{ coding: [imagingService] }],
    code: { coding: [reportCode], text: context.sources.say('pdf.title', context.locale) },
    ...aboutVisit(context),
    effectiveDateTime: issued,
    issued,
    performer: [referToSingle('company', context)],
    ...filled(
      'result',
      results.map((part) => referTo(part, context)),
    ),
    ...filled(
      'media',
      pictures.map((part) => ({ link: referTo(part, context) })),
    ),
    conclusion: toConclusion(context),
    ...filled(
      'conclusionCode',
      record.pathology === null ? [] : [toConditionConcept(record.pathology, context)],
    ),
    presentedForm: toForms(context),
  };
  return { name: 'report', resource: report };
}

/** Results of other reports: the score that follows them refers to them. */
function isEarlier(name: string): boolean {
  return name.startsWith('earlier-');
}

/** The integrator's JSON object, as text; FHIR has no element for it. */
function toExtraData({ report: { record }, sources }: R4Context) {
  if (record.extraData === null) return [];
  const url = sources.canonical.of('StructureDefinition', 'extra-data');
  return [{ url, valueString: toFhirJson(record.extraData) }];
}

/** The condition that stands out, or that none does. */
export function toConclusion(context: R4Context): string {
  const { report, sources, locale } = context;
  const { pathology, severityOnly } = report.record;
  if (severityOnly === true) return sources.say('pdf.finding.notAsked', locale);
  if (pathology === null) return sources.say('pdf.finding.inconclusive', locale);
  return toConditionConcept(pathology, context).text ?? pathology;
}

function toForms({ report: { links }, sources, locale }: R4Context): Attachment[] {
  const title = sources.say('pdf.title', locale);
  const pdf = { contentType: 'application/pdf', language: locale, url: links.pdf, title };
  if (links.url === null) return [pdf];
  return [pdf, { contentType: 'text/html', url: links.url, title }];
}
