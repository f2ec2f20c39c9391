// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableNumber } from './concept.ts';
import { LocaleText } from './locale-text.ts';

/** How a scoring system grades a sign. */
const Scale = Type.Object({
  type: Type.Enum(['choice', 'integer', 'decimal']),
  minimum: Type.Number(),
  maximum: NullableNumber({ description: 'Null: no upper end.' }),
  allowedValues: Type.Unsafe<{ value: number; label: LocaleText }[] | null>({
    type: ['array', 'null'],
    items: Type.Object({ value: Type.Number(), label: LocaleText }),
    description: 'For a choice, each grade with its name; else null.',
  }),
});

export const ClinicalSignResponse = Type.Object({
  code: Type.String({ description: 'Stable id, e.g. `erythema`.' }),
  name: LocaleText,
  definition: LocaleText,
  scoringSystem: Type.Array(
    Type.Object({
      code: Type.String({ description: 'Of the scoring system.' }),
      item: Type.Array(Type.String(), {
        description:
          'Its items that ask for the sign, with points between the levels, e.g. `trunk.erythema`.',
      }),
      scale: Scale,
    }),
    { description: 'Who asks for it, and on which scale.' },
  ),
});
export type ClinicalSignResponse = Static<typeof ClinicalSignResponse>;

/** An array, as the reference's other helper endpoints answer. */
export const ClinicalSignsResponse = Type.Array(ClinicalSignResponse);
export type ClinicalSignsResponse = Static<typeof ClinicalSignsResponse>;
