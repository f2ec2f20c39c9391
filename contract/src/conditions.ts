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
