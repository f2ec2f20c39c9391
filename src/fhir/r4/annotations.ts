// SPDX-License-Identifier: Apache-2.0
import type { Extension } from '@medplum/fhirtypes';
import type { ReportMedia, ReportSeverity } from '../../record/report-record.ts';
import { toReportAnnotations } from '../report/report-annotations.ts';
import type { Canonical } from './canonical.ts';

/** What was found on a picture, by place; FHIR has no element for it. */
export function toAnnotations(
  media: ReportMedia,
  severity: ReportSeverity,
  canonical: Canonical,
): readonly Extension[] {
  return toReportAnnotations(media, severity).map(({ id, type, confidence, rect }) => ({
    url: canonical.of('StructureDefinition', 'annotation'),
    extension: [
      { url: 'id', valueString: id },
      { url: 'type', valueCode: type },
      { url: 'confidence', valueDecimal: confidence },
      { url: 'left', valueInteger: rect.topLeft.x },
      { url: 'top', valueInteger: rect.topLeft.y },
      { url: 'width', valueInteger: rect.width },
      { url: 'height', valueInteger: rect.height },
    ],
  }));
}
