// SPDX-License-Identifier: Apache-2.0
import Type, { type Static, type TSchema } from 'typebox';
import { DiagnosisWarning } from './diagnosis-support.ts';
import { Model } from './model.ts';
import { reportLocales } from './report-request.ts';
import { SeverityInterpretation } from './score.ts';

export const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: 'null' }], description });

/** A share of a report: percent with at most two decimals, as the reference prints them. */
export const ReportPercent = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });

export const NullableReportPercent = (description: string) =>
  Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 0, maximum: 100, description });

export const ReportLocale = Type.Enum(reportLocales);

/** Which language a name stands in: English where nobody has written it in the language of the answer. */
export const nameLocale = Type.Enum(reportLocales, {
  description: 'Additive. Language the name stands in; `en` where it is not there in that of the answer.',
});

export const ReportModality = Type.Unsafe<'None' | 'Clinical' | 'Dermoscopic' | null>({
  enum: ['None', 'Clinical', 'Dermoscopic', null],
});

/** 1 none or mild, 2 moderate, 3 severe; null where a score has no bands. */
export const ReportSeverityLevel = Type.Unsafe<1 | 2 | 3 | null>({ enum: [1, 2, 3, null] });

export const ReportInterpretations = Type.Array(SeverityInterpretation, { description: 'Lowest first.' });

export const ReportReduction = Type.Unsafe<number | null>({
  type: ['number', 'null'],
  description:
    'Percent that the score has fallen by since the first one of this patient, site and form; negative where it rose. Null without an earlier score, and where that was 0.',
});

/** An earlier score of the same patient, body site and form. */
export const ReportHistoryEntry = Type.Object({
  diagnosticReportId: Type.String({ description: 'Its report, as an id for this API.' }),
  issued: Type.String({ description: 'ISO 8601 with offset.' }),
  value: Type.Number(),
});
export type ReportHistoryEntry = Static<typeof ReportHistoryEntry>;

export const ReportHistory = nullable(
  Type.Array(ReportHistoryEntry),
  'Oldest first, without the present score; null where there is none.',
);

const warning = Type.Object({ code: Type.String(), text: Type.String() });

/** Additive: what a reader must know of a score. */
export const reportScoreFacts = {
  condition: Type.String({ description: 'Additive. Code of the condition it was scored for.' }),
  forced: Type.Boolean({ description: 'Additive. Asked for whatever the diagnosis.' }),
  imageIndex: Type.Integer({
    minimum: 0,
    description: 'Additive. Which of `observations` it was read off, from 0: the most representative one.',
  }),
  validated: Type.Boolean({ description: 'Additive. False: an index of ours that nobody has validated.' }),
  warnings: Type.Array(warning, { description: 'Additive.' }),
};

/** Additive: how one value was read. */
export const reportReading = {
  method: Type.Enum(['learned', 'measured', 'answer'], {
    description:
      'Additive. By a trained model, measured from colour, texture and shape, or answered by a person.',
  }),
  confidence: NullableReportPercent('Additive. Of the reading; null for answers.'),
};

/** Additive: what was seen, by what, and how far to trust it. */
export const reportFacts = {
  imageEvidencePercent: ReportPercent(
    'Additive. Share of the conclusions that the images themselves speak for.',
  ),
  warnings: Type.Array(DiagnosisWarning, { description: 'Additive.' }),
  models: Type.Array(Model, { description: 'Additive. Which weights answered, and on what terms.' }),
  catalogueVersion: Type.String({ description: 'Additive. Release of the condition catalogue.' }),
  softwareVersion: Type.String({ description: 'Additive.' }),
};

/** Additive: whether a photograph may be used, and where the classifier looked. */
export const reportPhotographFacts = {
  isValid: Type.Boolean({ description: 'Additive. Shows skin, and in acceptable quality.' }),
  reasons: Type.Array(Type.String(), { description: 'Additive. Faults of the picture, worst first.' }),
  heatMaps: Type.Array(
    Type.Object({ condition: Type.String({ description: 'Code of the condition.' }), url: Type.String() }),
    { description: 'Additive. Where the classifier looked, for the first entries.' },
  ),
};

export const ReportStatus = Type.Literal('preliminary', {
  description: 'Additive. No clinician has validated it.',
});
