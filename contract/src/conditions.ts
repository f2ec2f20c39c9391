// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Conclusion } from './conclusion.ts';

export const ConditionResponse = Type.Object({
  slug: Type.String({ description: 'Stable id.' }),
  code: Conclusion.properties.code,
  name: Type.Record(Type.String(), Type.String(), {
    description: 'Our names, keyed by locale as `en_GB`; the ICD-11 title is in `code`.',
  }),
  synonyms: Type.Array(Type.String()),
  category: Type.String({ description: 'Chapter of the catalogue, e.g. `papulosquamous`.' }),
  indicator: Type.Object(
    {
      pigmentedLesion: Type.Boolean(),
      malignancy: Type.Boolean(),
      urgentReferral: Type.Boolean(),
      highPriorityReferral: Type.Boolean(),
    },
    { description: 'The matrix behind clinicalIndicator: a proposal, unsigned by a clinician.' },
  ),
  prior: Type.Object({
    tier: Type.Enum(['veryCommon', 'common', 'uncommon', 'rare']),
    source: Type.String({ description: 'A citation, or `assumed`.' }),
  }),
});
export type ConditionResponse = Static<typeof ConditionResponse>;

/** An array, as the reference's other helper endpoints answer. */
export const ConditionsResponse = Type.Array(ConditionResponse);
export type ConditionsResponse = Static<typeof ConditionsResponse>;

export const ConditionParams = Type.Object({ slug: Type.String({ maxLength: 100 }) });
export type ConditionParams = Static<typeof ConditionParams>;

export const ConditionsQuery = Type.Object({
  search: Type.Optional(
    Type.String({
      maxLength: 80,
      description:
        'What somebody calls it, in any language, with or without accents, or its beginning. The best fit comes first.',
    }),
  ),
  flag: Type.Optional(
    Type.Union(
      [Type.String({ maxLength: 100 }), Type.Array(Type.String({ maxLength: 100 }), { maxItems: 4 })],
      {
        description:
          '`malignant`, `pigmented`, `urgent` or `highPriority`; several, repeated or with commas between, must all apply.',
      },
    ),
  ),
  icd11: Type.Optional(
    Type.String({ maxLength: 20, description: 'ICD-11 code, or what it begins with, e.g. `EA90`.' }),
  ),
  category: Type.Optional(Type.String({ maxLength: 50, description: 'Chapter of the catalogue.' })),
});
export type ConditionsQuery = Static<typeof ConditionsQuery>;
