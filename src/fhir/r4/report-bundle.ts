// SPDX-License-Identifier: Apache-2.0
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import type { ReportLocale } from '../../record/company.ts';
import { toReportInstant } from '../report/to-report-instant.ts';
import { toAnalysisParts, toQualityParts } from './analysis-parts.ts';
import { toAnamnesisParts } from './anamnesis-part.ts';
import { toCompositionPart } from './composition-part.ts';
import { toDifferentialPart } from './differential-part.ts';
import { toCompanyPart, toDeviceParts, toPatientPart } from './party-parts.ts';
import { toContextParts, toHeatMapParts, toPhotographParts } from './picture-parts.ts';
import { toProvenancePart } from './provenance-part.ts';
import {
  addressOf,
  asserted,
  idOf,
  type Part,
  type R4Context,
  type R4Report,
  type R4Sources,
} from './r4-context.ts';
import { toReportPart } from './report-part.ts';
import { toSeverityParts } from './severity-parts.ts';

/** A report as `format=fhir-r4` prints it: a document that validators accept, its texts in one language. */
export function toReportBundle(report: R4Report, sources: R4Sources, locale: ReportLocale): Bundle {
  const context = { report, sources, locale };
  return {
    resourceType: 'Bundle',
    id: idOf(`document-${locale}`, context),
    ...asserted(context),
    identifier: { system: 'urn:ietf:rfc:3986', value: addressOf(`document-${locale}`, context) },
    type: 'document',
    timestamp: toReportInstant(report.record.createdAtMs),
    entry: listParts(context).map((part) => toEntry(part, context)),
  };
}

/** The composition first, then the report: readers begin there. */
function listParts(context: R4Context): readonly Part[] {
  const photographs = toPhotographParts(context);
  const pictures = [...photographs, ...toContextParts(context), ...toHeatMapParts(photographs, context)];
  const quality = toQualityParts(photographs, context);
  const analysis = toAnalysisParts(photographs, context);
  const isAsked = context.report.record.severityOnly !== true;
  const differential = isAsked ? [toDifferentialPart(photographs, context)] : [];
  const severity = toSeverityParts(photographs, context);
  const anamnesis = toAnamnesisParts(context);
  const devices = toDeviceParts(context);
  const report = toReportPart({ pictures, others: [...analysis, ...quality, ...severity] }, context);
  const provenance = toProvenancePart(report, photographs, context);
  const findings = [...differential, ...analysis];
  const basis = [...devices, provenance];
  const composition = toCompositionPart(
    { report, pictures: [...pictures, ...quality], findings, severity, anamnesis, basis },
    context,
  );
  return [
    composition,
    report,
    toPatientPart(),
    toCompanyPart(context),
    ...devices,
    provenance,
    ...findings,
    ...severity,
    ...pictures,
    ...quality,
    ...anamnesis,
  ];
}

function toEntry({ name, resource }: Part, context: R4Context): BundleEntry {
  const { resourceType, ...rest } = resource;
  return {
    fullUrl: addressOf(name, context),
    resource: { resourceType, id: idOf(name, context), ...rest } as Resource,
  };
}
