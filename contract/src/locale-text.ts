// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** A text in every language it exists in, keyed as the reference keys names. */
export const LocaleText = Type.Record(Type.String(), Type.String(), {
  description: 'Keyed by locale as `en_GB`.',
});
export type LocaleText = Static<typeof LocaleText>;
