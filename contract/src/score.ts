// SPDX-License-Identifier: Apache-2.0
import Type, { type Static, type TSchema } from 'typebox';
import { Concept, NullableNumber, NullableText } from './concept.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: 'null' }], description });

/** A figure that belongs to a score or an answer. */
export const AdditionalDatum = Type.Object({
  value: Type.Number(),
  code: Concept,
  interpretation: Type.Optional(NullableText()),
});
export type AdditionalDatum = Static<typeof AdditionalDatum>;

const category = {
  category: Type.String({ description: 'What the band is called, in the language of the answer.' }),
  intensity: Type.Integer({ minimum: 0, maximum: 3, description: '0 none, 1 low, 2 moderate, 3 high.' }),
  code: Type.String({ description: 'Additive. Stable id of the category, e.g. `moderate`.' }),
};

export const ScoreInterpretation = Type.Object({
  ...category,
  basis: Type.Enum(['published', 'localConvention'], {
    description: 'Additive. `localConvention`: ours, because nobody published any.',
  }),
});
export type ScoreInterpretation = Static<typeof ScoreInterpretation>;

const SeverityLevel = Type.Integer({
  minimum: 1,
  maximum: 3,
  description: '1 none or mild, 2 moderate, 3 severe.',
});

/** One band of a score. */
export const SeverityInterpretation = Type.Object({
  min: Type.Number(),
  max: NullableNumber({ description: 'Null: no upper end.' }),
  text: Type.String(),
  coding: Type.Array(Type.Object({ code: SeverityLevel, display: Type.Enum(['low', 'moderate', 'high']) }), {
    minItems: 1,
    maxItems: 1,
  }),
});
export type SeverityInterpretation = Static<typeof SeverityInterpretation>;

/** A score as existing clients read it, in both of the reference's shapes, with what we add. */
export const Score = Type.Object({
  value: Type.Number({ description: 'Exact.' }),
  interpretation: nullable(ScoreInterpretation, 'Null: nobody published bands for this score.'),
  severity: Type.Object({
    value: nullable(SeverityLevel, 'Null where there are no bands.'),
    interpretations: Type.Array(SeverityInterpretation, { description: 'Lowest first.' }),
  }),
  additionalData: Type.Object({
    globalScoreContribution: nullable(
      AdditionalDatum,
      'Share of the whole-body score; null where the score has none.',
    ),
  }),
  localInterpretation: nullable(
    Type.Object(category),
    'Additive. A second reading against cut-offs scaled to the body site; null where there is none.',
  ),
  components: Type.Record(Type.String(), Type.Object({ value: Type.Number(), text: Type.String() }), {
    description: 'Additive. Figures beside the score.',
  }),
});
export type Score = Static<typeof Score>;
