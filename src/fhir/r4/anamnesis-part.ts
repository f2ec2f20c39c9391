// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireResponse, QuestionnaireResponseItem } from '@medplum/fhirtypes';
import type { AnamnesisAnswer } from '../../record/report-record.ts';
import { toReportInstant } from '../report/to-report-instant.ts';
import { filled, toFhirText, worded } from './fhir-text.ts';
import { aboutVisit, type Part, type R4Context } from './r4-context.ts';

/** What was asked and answered before the photographs, as the company sent it. */
export function toAnamnesisParts(context: R4Context): readonly Part<QuestionnaireResponse>[] {
  const { anamnesis, createdAtMs } = context.report.record;
  if (anamnesis.length === 0) return [];
  const resource: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    ...aboutVisit(context),
    authored: toReportInstant(createdAtMs),
    item: anamnesis.map(toItem),
  };
  return [{ name: 'anamnesis', resource }];
}

function toItem({ question, answer }: AnamnesisAnswer, index: number): QuestionnaireResponseItem {
  const said = toFhirText(answer);
  return {
    linkId: String(index + 1),
    ...worded('text', toFhirText(question)),
    ...filled('answer', said === undefined ? [] : [{ valueString: said }]),
  };
}
