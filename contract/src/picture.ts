// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';

/** A picture of an answer: where a classifier looked, or what was found. */
export const Picture = Type.Object({
  title: Type.String(),
  contentType: Type.Literal('image/jpeg'),
  data: Type.String({ contentEncoding: 'base64' }),
  height: Type.Integer({ minimum: 1, description: 'Pixels.' }),
  width: Type.Integer({ minimum: 1, description: 'Pixels.' }),
  colorModel: Type.Literal('RGB'),
});
export type Picture = Static<typeof Picture>;
