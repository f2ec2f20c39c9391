// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';

export const BodySiteResponse = Type.Object({
  code: Type.String({ description: 'Stable id, e.g. `armLeft`.' }),
  name: Type.Record(Type.String(), Type.String(), {
    description:
      'Keyed by locale as `en_GB`: English, Spanish, French and German always, others where we are sure.',
  }),
  parent: NullableText({
    description: 'Additive. The site it is a part of; null for one that stands alone.',
  }),
  children: Type.Array(Type.String(), {
    description: 'Additive. Sites that are a part of it, one step down.',
  }),
  kind: Type.Enum(['group', 'view', 'anatomical', 'mucosa', 'appendage'], {
    description: 'Additive. `group` stands for several sites, `view` for the angle of a photograph.',
  }),
  laterality: Type.Unsafe<'left' | 'right' | null>({
    type: ['string', 'null'],
    enum: ['left', 'right', null],
    description: 'Additive.',
  }),
  acceptedAsInput: Type.Boolean({ description: 'Additive. Groups such as the whole body are not.' }),
});
export type BodySiteResponse = Static<typeof BodySiteResponse>;

export const BodySitesResponse = Type.Array(BodySiteResponse);
export type BodySitesResponse = Static<typeof BodySitesResponse>;
