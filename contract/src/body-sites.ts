// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';

export const BodySiteResponse = Type.Object({
  code: Type.String({ description: 'Stable id, e.g. `armLeft`.' }),
  name: Type.Record(Type.String(), Type.String(), { description: 'Keyed by locale as `en_GB`.' }),
  parent: NullableText({ description: 'Additive. The site it is a part of.' }),
  acceptedAsInput: Type.Boolean({ description: 'Additive. Groups such as the whole body are not.' }),
});
export type BodySiteResponse = Static<typeof BodySiteResponse>;

export const BodySitesResponse = Type.Array(BodySiteResponse);
export type BodySitesResponse = Static<typeof BodySitesResponse>;
