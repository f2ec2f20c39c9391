// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableNumber } from './concept.ts';
import { LocaleText } from './locale-text.ts';

const question = {
  code: Type.String({ description: 'Key of the answer in its object, e.g. `erythema`.' }),
  path: Type.Array(Type.String(), {
    description: 'Where the answer stands, from `questionnaireResponse.item` down, e.g. `trunk`, `erythema`.',
  }),
  text: LocaleText,
  required: Type.Boolean({ description: 'Whether a request without it is refused.' }),
};

const answered = {
  alias: Type.Optional(Type.String({ description: 'Another spelling of the code that requests may use.' })),
  suppliedBy: Type.Enum(['answer', 'photograph'], {
    description: '`answer`: the request carries it. `photograph`: it is read off the picture.',
  }),
};

/** One of a few numbers. */
export const ChoiceItem = Type.Object({
  ...question,
  ...answered,
  type: Type.Literal('choice'),
  allowedValues: Type.Array(Type.Object({ value: Type.Number(), label: LocaleText }), { minItems: 1 }),
});

/** A number within bounds. */
export const NumberItem = Type.Object({
  ...question,
  ...answered,
  type: Type.Enum(['integer', 'decimal']),
  minimum: Type.Number(),
  maximum: NullableNumber({ description: 'Null: no upper end.' }),
  decimals: Type.Integer({ minimum: 0, description: 'Digits after the point, at most.' }),
  display: Type.Record(Type.String(), Type.String(), {
    description: 'How an answer is shown, with `{value}` in its place, e.g. `{value} %`.',
  }),
});

/** A part of a group: a site of an activity, say. */
const InnerGroupItem = Type.Object({
  ...question,
  type: Type.Literal('group'),
  item: Type.Array(Type.Union([ChoiceItem, NumberItem]), { minItems: 1 }),
});

/** Questions of one region, nail, patch or visit: an object in the request. */
export const GroupItem = Type.Object({
  ...question,
  type: Type.Literal('group'),
  item: Type.Array(Type.Union([ChoiceItem, NumberItem, InnerGroupItem]), { minItems: 1 }),
});

export const QuestionnaireItem = Type.Union([ChoiceItem, NumberItem, GroupItem]);
export type QuestionnaireItem = Static<typeof QuestionnaireItem>;
