// SPDX-License-Identifier: Apache-2.0
import type { Composition, CompositionSection, DiagnosticReport } from '@medplum/fhirtypes';
import { toReportInstant } from '../report/to-report-instant.ts';
import { filled } from './fhir-text.ts';
import { documentCode } from './foreign-systems.ts';
import { toNarrative } from './narrative.ts';
import { aboutVisit, asserted, type Part, type R4Context, referTo, referToSingle } from './r4-context.ts';

/** The parts of the document, by what they are about. */
export interface DocumentParts {
  readonly report: Part<DiagnosticReport>;
  readonly pictures: readonly Part[];
  readonly findings: readonly Part[];
  readonly severity: readonly Part[];
  readonly anamnesis: readonly Part[];
  readonly basis: readonly Part[];
}

/** The document's first page: title, author, and where everything else stands. */
export function toCompositionPart(parts: DocumentParts, context: R4Context): Part<Composition> {
  const { sources, locale, report } = context;
  const title = sources.say('pdf.title', locale);
  const resource: Composition = {
    resourceType: 'Composition',
    ...asserted(context),
    text: toNarrative(context),
    status: 'preliminary',
    type: { coding: [documentCode] },
    ...aboutVisit(context),
    date: toReportInstant(report.record.createdAtMs),
    author: [referToSingle('device', context)],
    title,
    custodian: referToSingle('company', context),
    section: [
      ...toSection(title, [parts.report], context),
      ...toSection(sources.say('pdf.ranking.heading', locale), parts.findings, context),
      ...toSection(sources.say('pdf.severity.heading', locale), parts.severity, context),
      ...toSection(sources.say('pdf.pictures.heading', locale), parts.pictures, context),
      ...toSection(sources.say('pdf.answers.heading', locale), parts.anamnesis, context),
      ...toSection(sources.say('pdf.basis.heading', locale), parts.basis, context),
    ],
  };
  return { name: 'composition', resource };
}

function toSection(title: string, parts: readonly Part[], context: R4Context): CompositionSection[] {
  if (parts.length === 0) return [];
  return [
    {
      title,
      ...filled(
        'entry',
        parts.map((part) => referTo(part, context)),
      ),
    },
  ];
}
