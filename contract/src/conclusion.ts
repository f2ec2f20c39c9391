// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Coding, Percent } from './concept.ts';
import { Picture } from './picture.ts';

const ConclusionFields = {
  code: Type.Object({
    coding: Type.Unsafe<Coding[] | null>({
      anyOf: [{ type: 'array', items: Coding, minItems: 1 }, { type: 'null' }],
      description: 'ICD-11 code and verbatim title; null for Non-specific finding.',
    }),
    text: Type.String({ description: 'Short, human-readable label.' }),
  }),
  probability: Percent('0-100; all entries together make 100.'),
  evidence: Type.Enum(['image', 'prior'], {
    description:
      'Additive. `image`: the classifier was taught this condition and speaks for it. `prior`: a share of what it could not place, by how common the condition is; never conclusive.',
  }),
};

export const Conclusion = Type.Object(ConclusionFields);
export type Conclusion = Static<typeof Conclusion>;

export const HeatMap = Picture;
export type HeatMap = Static<typeof HeatMap>;

export const ImageConclusion = Type.Object({
  ...ConclusionFields,
  explainability: Type.Unsafe<{ heatMap: HeatMap } | null>({
    anyOf: [Type.Object({ heatMap: HeatMap }), { type: 'null' }],
    description: 'Where the classifier looked, for the first five entries; null after that.',
  }),
});
export type ImageConclusion = Static<typeof ImageConclusion>;
