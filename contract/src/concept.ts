// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** A text or an explicit null: what clients may leave empty, and what the answer then says. */
export const NullableText = (
  options: { readonly description?: string; readonly minLength?: number; readonly maxLength?: number } = {},
) => Type.Unsafe<string | null>({ type: ['string', 'null'], ...options });

/** A point in time. */
export const Moment = Type.String({ description: 'ISO 8601 with offset, UTC.' });

/** A number or an explicit null. */
export const NullableNumber = (options: { readonly description?: string }) =>
  Type.Unsafe<number | null>({ type: ['number', 'null'], ...options });

/** A share in percent, as every `probability`, confidence and indicator goes over the wire. */
export const Percent = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });

/** Existing clients insist on all five keys; the seeds' image-quality sample prints `text` as well. */
export const Coding = Type.Object({
  system: NullableText({ description: 'URL of the code system.' }),
  systemDisplay: Type.String({ description: 'Name of the code system.' }),
  version: NullableText({ description: 'Release of the code system.' }),
  code: Type.String(),
  display: NullableText({ description: 'Official title of the code.' }),
  text: Type.Optional(Type.String()),
});
export type Coding = Static<typeof Coding>;

export const Concept = Type.Object({
  coding: Type.Array(Coding),
  text: Type.String({ description: 'Short, human-readable label.' }),
});
export type Concept = Static<typeof Concept>;
