// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Coding, NullableText } from './concept.ts';
import { maxLabelCharacters } from './content-attachment.ts';

const text = { maxLength: maxLabelCharacters } as const;

/** A code as a client sends it; which codes count is up to the code itself, not to its system. */
const SentCoding = Type.Object({
  system: NullableText({ ...text, description: 'URL of the code system.' }),
  systemDisplay: NullableText({ ...text, description: 'Name of the code system.' }),
  version: Type.Optional(NullableText({ ...text, description: 'Release of the code system.' })),
  code: Type.String({ ...text, description: 'ICD-11 code, e.g. `EA90`.' }),
  display: NullableText({ ...text, description: 'Title of the code.' }),
});

/** More codes than any condition has. */
const maxCodings = 20;

/** What the patient is known to have. */
export const KnownCondition = Type.Object({
  conclusion: Type.Object({
    text: Type.String({
      ...text,
      description:
        'Name of the condition in English, Spanish, French or German, a synonym, or an ICD-11 title or code.',
    }),
    coding: Type.Optional(
      Type.Unsafe<Static<typeof SentCoding>[] | null>({
        type: ['array', 'null'],
        items: SentCoding,
        maxItems: maxCodings,
        description: 'Decides where the text is not known.',
      }),
    ),
  }),
});
export type KnownCondition = Static<typeof KnownCondition>;

/** The known condition as it was understood. */
export const ResolvedCondition = Type.Object({
  slug: Type.String({ description: 'Stable id, as at /v1/conditions.' }),
  name: Type.String({ description: 'In the language of the answer.' }),
  conclusion: Type.Object({
    coding: Type.Unsafe<Coding[] | null>({
      anyOf: [{ type: 'array', items: Coding, minItems: 1 }, { type: 'null' }],
      description: 'ICD-11 code and verbatim title; null for Non-specific finding.',
    }),
    text: Type.String({ description: 'As /diagnosis-support names it.' }),
  }),
});
export type ResolvedCondition = Static<typeof ResolvedCondition>;
