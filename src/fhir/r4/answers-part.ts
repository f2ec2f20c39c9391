// SPDX-License-Identifier: Apache-2.0
import type {
  Extension,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from '@medplum/fhirtypes';
import type { Leaf } from '../../scoring/items.ts';
import type { Form } from '../../scoring/scoring-system.ts';
import type { ShownFacet } from '../report/shown-facets.ts';
import { toReportInstant } from '../report/to-report-instant.ts';
import { toAnswerCoding } from './answer-coding.ts';
import { filled } from './fhir-text.ts';
import { aboutVisit, asserted, type Part, type R4Context, referToSingle } from './r4-context.ts';
import type { ScoredSeverity } from './severity-parts.ts';

/** A score's questionnaire as the device answered it. */
export function toAnswersPart(
  { severity, shown, index }: ScoredSeverity,
  context: R4Context,
): Part<QuestionnaireResponse> {
  const { canonical } = context.sources;
  const form = findForm(severity.score.form, context);
  const address = canonical.of('Questionnaire', form.identifier);
  const resource: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    ...asserted(context),
    questionnaire: `${address}|${canonical.version}`,
    status: 'completed',
    ...aboutVisit(context),
    authored: toReportInstant(context.report.record.createdAtMs),
    author: referToSingle('device', context),
    ...filled(
      'item',
      inOrder(form, shown.facets).map((facet) => toItem(facet, form, context)),
    ),
  };
  return { name: `answers-${index}`, resource };
}

function findForm(identifier: string, { sources }: R4Context): Form {
  const forms = sources.systems.flatMap((system) => system.forms);
  const form = forms.find((each) => each.identifier === identifier);
  if (form === undefined) throw new Error(`Expected a form ${identifier}`);
  return form;
}

/** As the questionnaire asks: FHIR wants answers in the order of the questions. */
function inOrder({ items }: Form, facets: readonly ShownFacet[]): readonly ShownFacet[] {
  const codes = Object.keys(items);
  return facets.toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

function toItem(
  facet: ShownFacet,
  { identifier: form, items }: Form,
  context: R4Context,
): QuestionnaireResponseItem {
  const item = items[facet.code];
  if (item === undefined || item.kind === 'group') throw new Error(`Expected a question ${facet.code}`);
  return {
    extension: [toReading(facet, context)],
    linkId: facet.code,
    // As the questionnaire asks it, in its language: validators compare. What the report calls it is in the extension.
    text: context.sources.wording.label({ form, path: [facet.code], item }).en,
    answer: [toAnswer(item, facet.value, context)],
  };
}

/** How the value was read, how far to trust it, and what a person reads, in the language of the report. */
function toReading(
  { name, display, reading: { method, confidence } }: ShownFacet,
  { sources }: R4Context,
): Extension {
  const trust = confidence === null ? [] : [{ url: 'confidence', valueDecimal: confidence }];
  return {
    url: sources.canonical.of('StructureDefinition', 'reading'),
    extension: [
      { url: 'method', valueCoding: sources.terminology.coding('method', method) },
      { url: 'name', valueString: name },
      { url: 'display', valueString: display },
      ...trust,
    ],
  };
}

function toAnswer(item: Leaf, value: number, { sources }: R4Context): QuestionnaireResponseItemAnswer {
  if (item.kind === 'measure') return item.decimals === 0 ? { valueInteger: value } : { valueDecimal: value };
  const option = item.options.find((each) => each.value === value);
  if (option === undefined) throw new Error(`Expected an answer ${value}`);
  return { valueCoding: toAnswerCoding(option, sources.terminology) };
}
